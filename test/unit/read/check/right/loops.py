import numpy as np


class Affine:
    def __init__(self, input_dim, output_dim):
        self.W = np.zeros((input_dim, output_dim))
        self.b = np.zeros(output_dim)

    def forward(self, X):
        self.X = X
        Y = np.zeros((X.shape[0], self.W.shape[1]))
        for n in range(X.shape[0]):
            for h in range(self.W.shape[1]):
                Y[n, h] = self.b[h]
                for d in range(X.shape[1]):
                    Y[n, h] += X[n, d] * self.W[d, h]
        return Y

    def backward(self, dY):
        dX = np.zeros_like(self.X)
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)
        for n in range(dY.shape[0]):
            for h in range(dY.shape[1]):
                self.db[h] += dY[n, h]
                for d in range(self.X.shape[1]):
                    dX[n, d] += dY[n, h] * self.W[d, h]
                    self.dW[d, h] += dY[n, h] * self.X[n, d]
        return dX
