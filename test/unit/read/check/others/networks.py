import numpy as np


class LinearRegression:
    def __init__(self, n_features, n_targets=1):
        self.W = np.zeros((n_features, n_targets))
        self.b = np.zeros(n_targets)

    def predict(self, X):
        return X @ self.W + self.b

    def gradient(self, X, t):
        error = self.predict(X) - t
        return {"W": 2 * X.T @ error / len(X), "b": 2 * error.mean(axis=0)}


class Perceptron:
    def __init__(self, input_size, output_size):
        self.W = np.random.randn(input_size, output_size)

    def forward(self, x):
        self.x = x
        self.y = 1 / (1 + np.exp(-(x @ self.W)))
        return self.y

    def backward(self, target):
        return self.x.T @ (self.y - target)


class OutputLayer:
    """Takes the gradient of what goes into its softmax."""

    def __init__(self, input_size, output_size):
        self.W = np.random.randn(input_size, output_size)
        self.b = np.zeros(output_size)

    def forward(self, x):
        self.x = x
        e = np.exp(x @ self.W + self.b)
        return e / e.sum(axis=1, keepdims=True)

    def backward(self, delta):
        self.dW = self.x.T @ delta
        self.db = delta.sum(axis=0)
        return delta @ self.W.T


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size):
        self.W1 = np.random.randn(input_size, hidden_size)
        self.W2 = np.random.randn(hidden_size, output_size)

    def forward(self, x):
        self.x = x
        self.h = np.maximum(x @ self.W1, 0)
        return self.h @ self.W2

    def backward(self, dout):
        self.dW2 = self.h.T @ dout
        dh = (dout @ self.W2.T) * (self.h > 0)
        self.dW1 = self.x.T @ dh
        return dh @ self.W1.T


class RNN:
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.cache = None

    def forward(self, x, h_prev):
        Wx, Wh, b = self.params
        h_next = np.tanh(x @ Wx + h_prev @ Wh + b)
        self.cache = (x, h_prev, h_next)
        return h_next

    def backward(self, dh_next):
        Wx, Wh, b = self.params
        x, h_prev, h_next = self.cache
        dt = dh_next * (1 - h_next**2)
        self.grads = [x.T @ dt, h_prev.T @ dt, dt.sum(axis=0)]
        return dt @ Wx.T, dt @ Wh.T


class Adam:
    """Its update is no gradient, and not to be taken for one."""

    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out)
        self.m = np.zeros((n_in, n_out))
        self.v = np.zeros((n_in, n_out))

    def forward(self, x):
        self.x = x
        return x @ self.W

    def backward(self, dout, lr):
        dx = dout @ self.W.T
        g = self.x.T @ dout
        self.m = 0.9 * self.m + 0.1 * g
        self.v = 0.999 * self.v + 0.001 * g**2
        self.W -= lr * self.m / (np.sqrt(self.v) + 1e-8)
        return dx
