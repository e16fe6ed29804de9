import numpy as np


class Layer:
    """One vector in, one vector out."""

    def __init__(self, size_in, size_out):
        self.W = np.random.uniform(-1, 1, (size_out, size_in))
        self.b = np.zeros(size_out)

    def forward(self, v):
        self.v = v
        return self.W @ v + self.b

    def backward(self, grad):
        self.dW = np.outer(grad, self.v)
        self.db = grad
        return self.W.T @ grad
