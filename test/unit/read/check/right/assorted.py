import numpy as np


class NestedReturn:

    def __init__(self, in_size, out_size):
        self.W = np.random.randn(in_size, out_size) * 0.01
        self.b = np.zeros((1, out_size))
        self.params = [self.W, self.b]
        self.gradW = None
        self.gradB = None
        self.gradInput = None

    def forward(self, X):
        self.X = X
        self.output = np.dot(X, self.W) + self.b
        return self.output

    def backward(self, nextgrad):
        self.gradW = np.dot(self.X.T, nextgrad)
        self.gradB = np.sum(nextgrad, axis=0)
        self.gradInput = np.dot(nextgrad, self.W.T)
        return self.gradInput, [self.gradW, self.gradB]


class TakesGenerator:

    def __init__(self, d_model: int, d_hidden: int, rng):
        self.weights = rng.random((d_model, d_hidden))
        self.bias = rng.random((d_hidden,))
        self.ctx = {"inputs": None}
        self.grads = {"weights": None, "bias": None}

    def forward(self, inputs):
        self.ctx["inputs"] = inputs
        return inputs @ self.weights + self.bias

    def backward(self, grads):
        self.grads["weights"] = self.ctx["inputs"].T @ grads
        self.grads["bias"] = grads.sum(0)
        return grads @ self.weights.T


class OuterProduct:

    def __init__(self, input_dim, output_dim):
        self.W = np.random.randn(output_dim, input_dim)
        self.b = np.random.randn(output_dim)

    def forward(self, x):
        self.input = x
        return np.dot(self.W,x) + self.b
    __call__ = forward

    def backward(self, grad_output):
        x = self.input
        self.grad_W = np.outer(grad_output, x)
        self.grad_b = grad_output
        return np.dot(self.W.T, grad_output)


class TakesItsInputAgain:

    def __init__(self, in_features, out_features):
        self.weight = np.random.randn(out_features, in_features)
        self.bias = np.random.randn(out_features)
        self._parameters = [self.weight, self.bias]
        self._grads = [np.zeros_like(self.weight), np.zeros_like(self.bias)]

    def forward(self, x):
        return np.dot(x, self.weight.T) + self.bias

    def backward(self, x, grad_out):
        self._grads[0][:] = grad_out.T @ x
        self._grads[1][:] = grad_out.sum(0)
        return grad_out @ self.weight


class TakesShape:

    def __init__(self, shape, seed=None):
        self.W = np.random.randn(*shape)
        self.b = np.zeros(shape[1])

    def forward(self, x):
        self.cache = x
        return x @ self.W + self.b

    def backward(self, dy):
        self.dW = self.cache.T @ dy
        self.db = dy.sum(axis=0)
        return dy @ self.W.T


class Momentum:

    def __init__(self, n_in, n_out, lr=0.1, mu=0.9):
        self.W = np.random.randn(n_in, n_out)
        self.vW = np.zeros_like(self.W)
        self.lr, self.mu = lr, mu

    def forward(self, x):
        self.x = x
        return x @ self.W

    def backward(self, dout):
        dx = dout @ self.W.T
        self.vW = self.mu * self.vW - self.lr * (self.x.T @ dout)
        self.W += self.vW
        return dx
