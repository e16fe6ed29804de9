"""Batch normalisation and dropout layers as the book has them."""
import numpy as np
class Dropout:
    def __init__(self, dropout_ratio=0.5): self.dropout_ratio, self.mask = dropout_ratio, None
    def forward(self, x, train_flg=True):
        if train_flg:
            self.mask = np.random.rand(*x.shape) > self.dropout_ratio
            return x * self.mask
        else:
            return x * (1.0 - self.dropout_ratio)
    def backward(self, dout): return dout * self.mask
class BatchNormalization:
    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma, self.beta, self.momentum, self.input_shape = gamma, beta, momentum, None
        self.running_mean, self.running_var = running_mean, running_var
    def forward(self, x, train_flg=True):
        self.input_shape = x.shape
        if x.ndim != 2:
            N, C, H, W = x.shape
            x = x.reshape(N, -1)
        return self.__forward(x, train_flg).reshape(*self.input_shape)
    def __forward(self, x, train_flg):
        if self.running_mean is None:
            N, D = x.shape
            self.running_mean, self.running_var = np.zeros(D), np.zeros(D)
        if train_flg:
            mu = x.mean(axis=0)
            xc = x - mu
            var = np.mean(xc ** 2, axis=0)
            std = np.sqrt(var + 10e-7)
            xn = xc / std
            self.batch_size, self.xc, self.xn, self.std = x.shape[0], xc, xn, std
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            xn = (x - self.running_mean) / np.sqrt(self.running_var + 10e-7)
        return self.gamma * xn + self.beta
    def backward(self, dout):
        dbeta = dout.sum(axis=0)
        dgamma = np.sum(self.xn * dout, axis=0)
        dxn = self.gamma * dout
        dxc = dxn / self.std
        dstd = -np.sum((dxn * self.xc) / (self.std * self.std), axis=0)
        dvar = 0.5 * dstd / self.std
        dxc += (2.0 / self.batch_size) * self.xc * dvar
        dmu = np.sum(dxc, axis=0)
        dx = dxc - dmu / self.batch_size
        self.dgamma, self.dbeta = dgamma, dbeta
        return dx
np.random.seed(2)
x = np.random.rand(5, 3) * 4
bn, drop = BatchNormalization(np.array([1.0, 2.0, 0.5]), np.array([0.0, 1.0, -1.0])), Dropout(0.3)
y = bn.forward(x)
d = drop.forward(y)
dx = bn.backward(drop.backward(np.random.rand(5, 3)))
test = drop.forward(bn.forward(x, train_flg=False), train_flg=False)
images = BatchNormalization(1.0, 0.0).forward(np.arange(16.0).reshape(2, 2, 2, 2))
running_mean, running_var = bn.running_mean, bn.running_var
print(y.shape, drop.mask.astype(int), np.round(running_mean, 5), images.shape, sep="\n")
