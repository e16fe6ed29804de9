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


np.random.seed(1)
X = np.random.rand(4, 3)
W = np.random.rand(3, 2)
b = np.random.rand(2)
layer = Affine(W, b)
Y = layer.forward(X)
dY = np.ones_like(Y)
dX = layer.backward(dY)
dW = layer.dW
db = layer.db
print(X.shape, Y.shape, dX.shape)
