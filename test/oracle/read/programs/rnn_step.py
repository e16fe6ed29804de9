import numpy as np


class RNN:
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.cache = None

    def forward(self, x, h_prev):
        Wx, Wh, b = self.params
        t = np.dot(h_prev, Wh) + np.dot(x, Wx) + b
        h_next = t / (1 + np.abs(t))
        self.cache = (x, h_prev, h_next)
        return h_next

    def backward(self, dh_next):
        Wx, Wh, b = self.params
        x, h_prev, h_next = self.cache
        dt = dh_next * (1 - h_next ** 2)
        db = np.sum(dt, axis=0)
        dWh = np.dot(h_prev.T, dt)
        dh_prev = np.dot(dt, Wh.T)
        dWx = np.dot(x.T, dt)
        dx = np.dot(dt, Wx.T)
        self.grads[0][...] = dWx
        self.grads[1][...] = dWh
        self.grads[2][...] = db
        return dx, dh_prev


N, D, H, T = 2, 3, 4, 5
Wx = np.arange(D * H).reshape(D, H) / 10.0
Wh = np.eye(H) * 0.5
b = np.zeros(H)
xs = np.linspace(-1, 1, N * T * D).reshape(N, T, D)
h = np.zeros((N, H))
hs = np.empty((N, T, H))
layers = []
for t in range(T):
    layer = RNN(Wx, Wh, b)
    h = layer.forward(xs[:, t, :], h)
    hs[:, t, :] = h
    layers.append(layer)
dh = 0
dxs = np.empty_like(xs)
total = [0, 0, 0]
for t in reversed(range(T)):
    dx, dh = layers[t].backward(np.ones((N, H)) + dh)
    dxs[:, t, :] = dx
    for i, grad in enumerate(layers[t].grads):
        total[i] += grad
tWx, tWh, tb = total


class Embedding:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]
        self.idx = None

    def forward(self, idx):
        W, = self.params
        self.idx = idx
        return W[idx]

    def backward(self, dout):
        dW, = self.grads
        dW[...] = 0
        np.add.at(dW, self.idx, dout)
        return None


emb = Embedding(np.arange(12.0).reshape(4, 3))
e = emb.forward(np.array([1, 3, 1]))
emb.backward(np.ones((3, 3)))
dW = emb.grads[0]
