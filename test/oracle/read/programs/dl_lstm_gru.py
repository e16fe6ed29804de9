"""LSTM and GRU cells with affine gates in one product."""
import numpy as np
def sigmoid(x): return 1 / (1 + np.exp(-x))
class LSTM:
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(p) for p in self.params]
    def forward(self, x, h_prev, c_prev):
        Wx, Wh, b = self.params
        N, H = h_prev.shape
        A = np.dot(x, Wx) + np.dot(h_prev, Wh) + b
        f, g, i, o = A[:, :H], A[:, H:2 * H], A[:, 2 * H:3 * H], A[:, 3 * H:]
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c_next = f * c_prev + g * i
        h_next = o * np.tanh(c_next)
        self.cache = (x, h_prev, c_prev, i, f, g, o, c_next)
        return h_next, c_next
    def backward(self, dh_next, dc_next):
        Wx, Wh, b = self.params
        x, h_prev, c_prev, i, f, g, o, c_next = self.cache
        tanh_c_next = np.tanh(c_next)
        ds = dc_next + (dh_next * o) * (1 - tanh_c_next ** 2)
        dc_prev = ds * f
        di, df, do, dg = ds * g, ds * c_prev, dh_next * tanh_c_next, ds * i
        di *= i * (1 - i); df *= f * (1 - f); do *= o * (1 - o); dg *= (1 - g ** 2)
        dA = np.hstack((df, dg, di, do))
        self.grads[0][...], self.grads[1][...], self.grads[2][...] = np.dot(x.T, dA), np.dot(h_prev.T, dA), dA.sum(axis=0)
        return np.dot(dA, Wx.T), np.dot(dA, Wh.T), dc_prev
def gru_step(x, h, Wz, Wr, Wh, Uz, Ur, Uh):
    z, r = sigmoid(x @ Wz + h @ Uz), sigmoid(x @ Wr + h @ Ur)
    return (1 - z) * h + z * np.tanh(x @ Wh + (r * h) @ Uh)
rng = np.random.RandomState(4)
N, D, H = 2, 3, 4
lstm = LSTM(rng.uniform(-1, 1, (D, 4 * H)), rng.uniform(-1, 1, (H, 4 * H)), np.zeros(4 * H))
h, c = np.zeros((N, H)), np.zeros((N, H))
for x in rng.rand(3, N, D): h, c = lstm.forward(x, h, c)
dx, dh, dc = lstm.backward(np.ones_like(h), np.zeros_like(c))
gate_grads = lstm.grads[2]
weights = [rng.uniform(-0.5, 0.5, shape) for shape in [(D, H)] * 3 + [(H, H)] * 3]
state = np.zeros((N, H))
for x in rng.rand(3, N, D): state = gru_step(x, state, *weights)
print(h.shape, np.round(state, 3), np.round(gate_grads[:4], 4), sep="\n")
