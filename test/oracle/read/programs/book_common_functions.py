"""`common/functions.py` and `common/util.py` in one file, with their callers."""
import numpy as np
def identity_function(x): return x
def step_function(x): return np.array(x > 0, dtype=int)
def sigmoid(x): return 1 / (1 + np.exp(-x))
def sigmoid_grad(x): return (1.0 - sigmoid(x)) * sigmoid(x)
def relu(x): return np.maximum(0, x)
def relu_grad(x):
    grad = np.zeros_like(x)
    grad[x >= 0] = 1
    return grad
def softmax(x):
    x = x - np.max(x, axis=-1, keepdims=True)
    return np.exp(x) / np.sum(np.exp(x), axis=-1, keepdims=True)
def sum_squared_error(y, t): return 0.5 * np.sum((y - t) ** 2)
def cross_entropy_error(y, t):
    if y.ndim == 1:
        t = t.reshape(1, t.size)
        y = y.reshape(1, y.size)
    if t.size == y.size: t = t.argmax(axis=1)
    batch_size = y.shape[0]
    return -np.sum(np.log(y[np.arange(batch_size), t] + 1e-7)) / batch_size
def softmax_loss(X, t): return cross_entropy_error(softmax(X), t)
def smooth_curve(x):
    window_len = 5
    s = np.r_[x[window_len - 1:0:-1], x, x[-1:-window_len:-1]]
    w = np.array([0.1, 0.2, 0.4, 0.2, 0.1])
    y = np.convolve(w / w.sum(), s, mode="valid")
    return y[2:len(y) - 2]
def shuffle_dataset(x, t):
    permutation = np.random.permutation(x.shape[0])
    x = x[permutation, :] if x.ndim == 2 else x[permutation, :, :, :]
    t = t[permutation]
    return x, t
def conv_output_size(input_size, filter_size, stride=1, pad=0): return (input_size + 2 * pad - filter_size) / stride + 1
def clip_grads(grads, max_norm):
    total_norm = 0
    for grad in grads: total_norm += np.sum(grad ** 2)
    total_norm = np.sqrt(total_norm)
    rate = max_norm / (total_norm + 1e-6)
    if rate < 1:
        for grad in grads: grad *= rate
def normalize(x):
    if x.ndim == 2:
        s = np.sqrt((x * x).sum(1))
        x /= s.reshape((s.shape[0], 1))
    elif x.ndim == 1:
        s = np.sqrt((x * x).sum())
        x /= s
    return x
x = np.array([[-1.0, 0.5, 2.0], [0.0, -3.0, 1.0]])
s, sg, r, rg, sm, st = sigmoid(x), sigmoid_grad(x), relu(x), relu_grad(x), softmax(x), step_function(x)
loss_index, loss_hot = softmax_loss(x, np.array([2, 0])), softmax_loss(x, np.array([[0, 0, 1], [1, 0, 0]]))
curve = smooth_curve(np.arange(10.0) ** 2)
np.random.seed(0)
sx, stt = shuffle_dataset(np.arange(8).reshape(4, 2), np.arange(4))
grads = [np.ones((2, 2)) * 3, np.full(2, 4.0)]
clip_grads(grads, 5.0)
g0, g1 = grads
unit = normalize(np.array([[3.0, 4.0], [0.0, 2.0]]))
single = normalize(np.array([3.0, 4.0]))
print(st, rg, loss_index == loss_hot, conv_output_size(7, 3, 2, 1), sx, stt, unit, single, np.round(curve[:3], 4), sep="\n")
