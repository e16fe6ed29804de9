import numpy as np


class TimeAffine:
    def __init__(self, W, b):
        self.params = [W, b]
        self.grads = [np.zeros_like(W), np.zeros_like(b)]

    def forward(self, xs):
        N, T, D = xs.shape
        W, b = self.params
        self.xs = xs
        return (xs.reshape(N * T, -1) @ W + b).reshape(N, T, -1)

    def backward(self, dout):
        N, T, D = self.xs.shape
        W, b = self.params
        rows = dout.reshape(N * T, -1)
        self.grads[0][...] = self.xs.reshape(N * T, -1).T @ rows
        self.grads[1][...] = np.sum(rows, axis=0)
        return (rows @ W.T).reshape(*self.xs.shape)
