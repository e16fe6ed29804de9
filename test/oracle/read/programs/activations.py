import numpy as np


def step_function(x):
    return np.array(x > 0, dtype=int)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def relu(x):
    return np.maximum(0, x)


def softmax(x):
    if x.ndim == 2:
        x = x.T
        x = x - np.max(x, axis=0)
        y = np.exp(x) / np.sum(np.exp(x), axis=0)
        return y.T
    x = x - np.max(x)  # against overflow
    return np.exp(x) / np.sum(np.exp(x))


def leaky(x, slope=0.01):
    return np.where(x > 0, x, slope * x)


X = np.arange(-5.0, 5.0, 0.5)
steps = step_function(X)
rectified = relu(X)
leaked = leaky(X)
M = X.reshape(4, 5)
top = np.max(M, axis=1, keepdims=True)
shifted = M - top
mask = (M <= 0)
masked = M.copy()
masked[mask] = 0
s = sigmoid(np.zeros(3))
p = softmax(np.zeros((2, 4)))
print(steps)
print(mask.sum(), p.sum())
