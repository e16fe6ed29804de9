"""RNN and LSTM cells through time, with truncated backpropagation."""
import numpy as np
class RNN:
    def __init__(self, Wx, Wh, b):
        self.params, self.grads, self.cache = [Wx, Wh, b], [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)], None
    def forward(self, x, h_prev):
        Wx, Wh, b = self.params
        t = np.dot(h_prev, Wh) + np.dot(x, Wx) + b
        h_next = np.tanh(t)
        self.cache = (x, h_prev, h_next)
        return h_next
    def backward(self, dh_next):
        Wx, Wh, b = self.params
        x, h_prev, h_next = self.cache
        dt = dh_next * (1 - h_next ** 2)
        db = np.sum(dt, axis=0)
        dWh, dh_prev = np.dot(h_prev.T, dt), np.dot(dt, Wh.T)
        dWx, dx = np.dot(x.T, dt), np.dot(dt, Wx.T)
        self.grads[0][...], self.grads[1][...], self.grads[2][...] = dWx, dWh, db
        return dx, dh_prev
class TimeRNN:
    def __init__(self, Wx, Wh, b, stateful=False):
        self.params, self.grads = [Wx, Wh, b], [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.layers, self.h, self.dh, self.stateful = None, None, None, stateful
    def forward(self, xs):
        Wx, Wh, b = self.params
        N, T, D = xs.shape
        D, H = Wx.shape
        self.layers = []
        hs = np.empty((N, T, H), dtype="f")
        if not self.stateful or self.h is None: self.h = np.zeros((N, H), dtype="f")
        for t in range(T):
            layer = RNN(*self.params)
            self.h = layer.forward(xs[:, t, :], self.h)
            hs[:, t, :] = self.h
            self.layers.append(layer)
        return hs
    def backward(self, dhs):
        Wx, Wh, b = self.params
        N, T, H = dhs.shape
        D, H = Wx.shape
        dxs, dh, grads = np.empty((N, T, D), dtype="f"), 0, [0, 0, 0]
        for t in reversed(range(T)):
            layer = self.layers[t]
            dx, dh = layer.backward(dhs[:, t, :] + dh)
            dxs[:, t, :] = dx
            for i, grad in enumerate(layer.grads): grads[i] += grad
        for i, grad in enumerate(grads): self.grads[i][...] = grad
        self.dh = dh
        return dxs
np.random.seed(0)
N, T, D, H = 2, 3, 4, 5
Wx, Wh, b = (np.random.rand(D, H) - 0.5), (np.random.rand(H, H) - 0.5), np.zeros(H)
rnn = TimeRNN(Wx, Wh, b, stateful=True)
xs = np.random.rand(N, T, D)
hs = rnn.forward(xs)
dxs = rnn.backward(np.ones((N, T, H)))
dWx, dWh, db = rnn.grads
more = rnn.forward(xs)
print(hs.shape, dxs.shape, hs.dtype, np.round(db, 3))
