"""Modular layers with caches, in the style of CS231n's layers.py."""
import numpy as np
def affine_forward(x, w, b):
    out = x.reshape(x.shape[0], -1).dot(w) + b
    cache = (x, w, b)
    return out, cache
def affine_backward(dout, cache):
    x, w, b = cache
    dx = dout.dot(w.T).reshape(x.shape)
    dw = x.reshape(x.shape[0], -1).T.dot(dout)
    db = dout.sum(axis=0)
    return dx, dw, db
def relu_forward(x): return np.maximum(0, x), x
def relu_backward(dout, cache): return np.where(cache > 0, dout, 0)
def affine_relu_forward(x, w, b):
    a, fc_cache = affine_forward(x, w, b)
    out, relu_cache = relu_forward(a)
    return out, (fc_cache, relu_cache)
def affine_relu_backward(dout, cache):
    fc_cache, relu_cache = cache
    return affine_backward(relu_backward(dout, relu_cache), fc_cache)
def layernorm_forward(x, gamma, beta, ln_param):
    eps = ln_param.get("eps", 1e-5)
    mu, var = x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)
    x_hat = (x - mu) / np.sqrt(var + eps)
    return gamma * x_hat + beta, (x_hat, gamma, var, eps)
def layernorm_backward(dout, cache):
    x_hat, gamma, var, eps = cache
    D = dout.shape[1]
    dx_hat = dout * gamma
    dx = (D * dx_hat - dx_hat.sum(1, keepdims=True) - x_hat * (dx_hat * x_hat).sum(1, keepdims=True)) / (D * np.sqrt(var + eps))
    return dx, (dout * x_hat).sum(0), dout.sum(0)
def max_pool_forward(x, pool):
    HH, WW, s = pool["pool_height"], pool["pool_width"], pool["stride"]
    N, C, H, W = x.shape
    out = np.zeros((N, C, 1 + (H - HH) // s, 1 + (W - WW) // s))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = x[:, :, i * s:i * s + HH, j * s:j * s + WW].max(axis=(2, 3))
    return out
def rel_error(x, y): return np.max(np.abs(x - y) / (np.maximum(1e-8, np.abs(x) + np.abs(y))))
num_inputs, input_shape, output_dim = 2, (4, 5, 6), 3
x = np.linspace(-0.1, 0.5, num=num_inputs * np.prod(input_shape)).reshape(num_inputs, *input_shape)
w = np.linspace(-0.2, 0.3, num=np.prod(input_shape) * output_dim).reshape(np.prod(input_shape), output_dim)
b = np.linspace(-0.3, 0.1, num=output_dim)
out, _ = affine_forward(x, w, b)
correct_out = np.array([[1.49834967, 1.70660132, 1.91485297], [3.25553199, 3.5141327, 3.77273342]])
print("close:", rel_error(out, correct_out) < 1e-8)
np.random.seed(231)
x2, w2, b2, dout = np.random.randn(2, 3, 4), np.random.randn(12, 5), np.random.randn(5), np.random.randn(2, 5)
out2, cache2 = affine_relu_forward(x2, w2, b2)
dx2, dw2, db2 = affine_relu_backward(dout, cache2)
normed, ln_cache = layernorm_forward(np.arange(12.0).reshape(3, 4) ** 1.5, np.ones(4) * 2, np.zeros(4), {})
dn, dgamma, dbeta = layernorm_backward(np.cos(np.arange(12.0)).reshape(3, 4), ln_cache)
pooled = max_pool_forward(np.arange(32.0).reshape(1, 2, 4, 4), {"pool_width": 2, "pool_height": 2, "stride": 2})
print(out2.shape, dw2.shape, pooled, dbeta.shape)
