import numpy as np


def numerical_gradient(f, x):
    h = 2.0 ** -10
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=['multi_index'], op_flags=['readwrite'])
    while not it.finished:
        idx = it.multi_index
        tmp_val = x[idx]
        x[idx] = tmp_val + h
        fxh1 = f(x)
        x[idx] = tmp_val - h
        fxh2 = f(x)
        grad[idx] = (fxh1 - fxh2) / (2 * h)
        x[idx] = tmp_val
        it.iternext()
    return grad


def function_2(x):
    return np.sum(x ** 2)


g1 = numerical_gradient(function_2, np.array([3.0, 4.0]))
W = np.array([[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]])
g2 = numerical_gradient(lambda w: np.sum(w * w * w), W)


def gradient_descent(f, init_x, lr=0.25, step_num=10):
    x = init_x
    for i in range(step_num):
        x -= lr * numerical_gradient(f, x)
    return x


x = gradient_descent(function_2, np.array([-3.0, 4.0]))
print(g1)
