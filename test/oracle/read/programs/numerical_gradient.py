import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            tmp = x[i, j]
            x[i, j] = tmp + h
            fxh1 = f(x)
            x[i, j] = tmp - h
            fxh2 = f(x)
            grad[i, j] = (fxh1 - fxh2) / (2 * h)
            x[i, j] = tmp
    return grad


W = np.array([[0.5, -1.0], [2.0, 0.25]])
X = np.array([[1.0, 2.0]])
g = numerical_gradient(lambda w: np.sum(np.dot(X, w) ** 2), W)
trap = np.zeros_like(np.array([[1, 2]]))
trap[0, 0] = 3.7
