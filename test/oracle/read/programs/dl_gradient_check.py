"""Numerical and analytical gradients side by side."""
import numpy as np
def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        idx = it.multi_index
        tmp_val = x[idx]
        x[idx] = float(tmp_val) + h
        fxh1 = f(x)
        x[idx] = tmp_val - h
        fxh2 = f(x)
        grad[idx] = (fxh1 - fxh2) / (2 * h)
        x[idx] = tmp_val
        it.iternext()
    return grad
def numerical_gradient_1d(f, x, h=1e-5):
    grad = np.empty_like(x)
    for i in range(x.size):
        step = np.zeros_like(x)
        step[i] = h
        grad[i] = (f(x + step) - f(x - step)) / (2 * h)
    return grad
def function_2(x): return np.sum(x ** 2)
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    x = init_x
    history = []
    for i in range(step_num):
        history.append(x.copy())
        x -= lr * numerical_gradient(f, x)
    return x, np.array(history)
g = numerical_gradient(function_2, np.array([[3.0, 4.0], [0.0, 2.0]]))
low, history = gradient_descent(function_2, np.array([-3.0, 4.0]), lr=0.1, step_num=10)
X, W, t = np.array([[0.6, 0.9]]), np.array([[0.47, 0.99, 0.85], [0.85, 0.03, 0.69]]), np.array([[0, 0, 1]])
def loss(W):
    z = X @ W
    e = np.exp(z - z.max())
    return -np.sum(t * np.log(e / e.sum() + 1e-7))
dW = numerical_gradient(loss, W)
z = X @ W
y = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
analytic = X.T @ (y - t)
relative = np.abs(dW - analytic) / np.maximum(1e-8, np.abs(dW) + np.abs(analytic))
flat = numerical_gradient_1d(lambda v: np.prod(v), np.array([1.0, 2.0, 3.0]))
print(np.round(g, 6), np.round(low, 6), np.round(dW, 5), (relative < 1e-5).all(), np.round(flat, 6), sep="\n")
