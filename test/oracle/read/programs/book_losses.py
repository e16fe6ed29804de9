"""Losses of chapter 4 and simple gradients."""
import numpy as np
def mean_squared_error(y, t): return 0.5 * np.sum((y - t) ** 2)
def cross_entropy_error(y, t):
    if y.ndim == 1:
        t = t.reshape(1, t.size)
        y = y.reshape(1, y.size)
    batch_size = y.shape[0]
    return -np.sum(t * np.log(y + 1e-7)) / batch_size
t = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
y = [0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0]
mse, ce = mean_squared_error(np.array(y), np.array(t)), cross_entropy_error(np.array(y), np.array(t))
y2 = np.array([0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0])
worse = cross_entropy_error(y2, np.array(t))
print(f"{mse:.5f} {ce:.5f} {worse:.5f}")
def numerical_diff(f, x):
    h = 1e-4
    return (f(x + h) - f(x - h)) / (2 * h)
def function_1(x): return 0.01 * x ** 2 + 0.1 * x
d5, d10 = numerical_diff(function_1, 5), numerical_diff(function_1, 10)
def function_tmp1(x0): return x0 * x0 + 4.0 ** 2.0
print(round(d5, 6), round(d10, 6), round(numerical_diff(function_tmp1, 3.0), 6))
x = np.arange(0.0, 2.0, 0.25)
curve = function_1(x)
tangent = (lambda d, f: d * x + (f - d * 1.0))(numerical_diff(function_1, 1.0), function_1(1.0))
huber = np.where(np.abs(x - 1) < 0.5, 0.5 * (x - 1) ** 2, 0.5 * (np.abs(x - 1) - 0.25))
hinge = np.maximum(0, 1 - np.array([0.5, 2.0, -1.0]) * np.array([1, 1, -1]))
kl = np.sum(np.array([0.4, 0.6]) * np.log(np.array([0.4, 0.6]) / np.array([0.5, 0.5])))
print(curve, hinge, f"{kl:.6f}")
