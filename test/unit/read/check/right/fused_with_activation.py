import numpy as np


def relu(z):
    return np.maximum(0, z), z


def relu_backward(da, z):
    return da * (z > 0)


def linear_activation_forward(a_prev, w, b, activation):
    z = w @ a_prev + b
    if activation == "relu":
        a, z_cache = relu(z)
    return a, (a_prev, w, z_cache)


def linear_activation_backward(da, cache, activation):
    a_prev, w, z = cache
    m = a_prev.shape[1]
    if activation == "relu":
        dz = relu_backward(da, z)
    dw = dz @ a_prev.T / m
    db = np.sum(dz, axis=1, keepdims=True) / m
    return w.T @ dz, dw, db
