import numpy as np


class FullyConnected:
    """Column vectors, one sample at a time."""

    def __init__(self, n_in, n_out):
        self.w = np.random.randn(n_out, n_in)
        self.b = np.random.randn(n_out, 1)

    def feedforward(self, a):
        self.a = a
        return np.dot(self.w, a) + self.b

    def backprop(self, delta):
        self.nabla_b = delta
        self.nabla_w = np.dot(delta, self.a.transpose())
        return np.dot(self.w.transpose(), delta)
