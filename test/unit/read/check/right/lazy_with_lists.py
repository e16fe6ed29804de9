from abc import ABC, abstractmethod

import numpy as np


class LayerBase(ABC):
    def __init__(self):
        self.X = []
        self.parameters = {}
        self.gradients = {}

    @abstractmethod
    def forward(self, X):
        raise NotImplementedError

    @abstractmethod
    def backward(self, dLdy):
        raise NotImplementedError


class FullyConnected(LayerBase):
    def __init__(self, n_out):
        super().__init__()
        self.n_out = n_out
        self.is_initialized = False

    def _init_params(self, n_in):
        self.parameters = {"W": np.random.randn(n_in, self.n_out), "b": np.zeros((1, self.n_out))}
        self.gradients = {k: np.zeros_like(v) for k, v in self.parameters.items()}
        self.is_initialized = True

    def forward(self, X, retain_derived=True):
        if not self.is_initialized:
            self._init_params(X.shape[1])
        Y = X @ self.parameters["W"] + self.parameters["b"]
        if retain_derived:
            self.X.append(X)
        return Y

    def backward(self, dLdy, retain_grads=True):
        if not isinstance(dLdy, list):
            dLdy = [dLdy]
        dX = []
        for dy, x in zip(dLdy, self.X):
            dX.append(dy @ self.parameters["W"].T)
            if retain_grads:
                self.gradients["W"] += x.T @ dy
                self.gradients["b"] += dy.sum(axis=0, keepdims=True)
        return dX[0] if len(self.X) == 1 else dX
