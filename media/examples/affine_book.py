import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.x = x
        out = np.dot(x, self.W) + self.b
        return out

    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return dx


N, D, H = 20, 50, 10

X = np.random.rand(N, D)
W = np.random.rand(D, H)
b = np.random.rand(H)

layer = Affine(W, b)
Y = layer.forward(X)

dY = np.random.rand(N, H)
dX = layer.backward(dY)

print(X.shape, W.shape, b.shape, Y.shape)
print(dX.shape, layer.dW.shape, layer.db.shape)
