"""A small convolutional network from end to end, all in one file."""
from collections import OrderedDict
import numpy as np
def im2col(x, fh, fw, stride=1, pad=0):
    N, C, H, W = x.shape
    oh, ow = (H + 2 * pad - fh) // stride + 1, (W + 2 * pad - fw) // stride + 1
    img = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], "constant")
    col = np.zeros((N, C, fh, fw, oh, ow))
    for i in range(fh):
        for j in range(fw):
            col[:, :, i, j] = img[:, :, i:i + stride * oh:stride, j:j + stride * ow:stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(N * oh * ow, -1)
class Convolution:
    def __init__(self, W, b): self.W, self.b = W, b
    def forward(self, x):
        FN, C, FH, FW = self.W.shape
        N, _, H, W = x.shape
        col = im2col(x, FH, FW)
        self.x_shape, self.col = x.shape, col
        return (col @ self.W.reshape(FN, -1).T + self.b).reshape(N, H - FH + 1, W - FW + 1, FN).transpose(0, 3, 1, 2)
    def backward(self, dout):
        FN = self.W.shape[0]
        d = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.db, self.dW = d.sum(axis=0), (self.col.T @ d).T.reshape(self.W.shape)
        return np.zeros(self.x_shape)
class Relu:
    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out
    def backward(self, dout):
        dout[self.mask] = 0
        return dout
class Pooling:
    def forward(self, x):
        N, C, H, W = x.shape
        self.shape, blocks = x.shape, x.reshape(N, C, H // 2, 2, W // 2, 2)
        out = blocks.max(axis=(3, 5))
        self.mask = (x == out.repeat(2, axis=2).repeat(2, axis=3))
        return out
    def backward(self, dout): return dout.repeat(2, axis=2).repeat(2, axis=3) * self.mask
class Affine:
    def __init__(self, W, b): self.W, self.b = W, b
    def forward(self, x):
        self.shape, self.x = x.shape, x.reshape(len(x), -1)
        return self.x @ self.W + self.b
    def backward(self, dout):
        self.dW, self.db = self.x.T @ dout, dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.shape)
class SimpleConvNet:
    def __init__(self, input_dim=(1, 6, 6), conv_param={"filter_num": 2, "filter_size": 3}, hidden_size=4, output_size=3, std=0.3):
        FN, FS = conv_param["filter_num"], conv_param["filter_size"]
        conv_size = input_dim[1] - FS + 1
        pool_size = int(FN * (conv_size / 2) * (conv_size / 2))
        self.params = {"W1": std * np.random.randn(FN, input_dim[0], FS, FS), "b1": np.zeros(FN), "W2": std * np.random.randn(pool_size, hidden_size), "b2": np.zeros(hidden_size), "W3": std * np.random.randn(hidden_size, output_size), "b3": np.zeros(output_size)}
        p = self.params
        self.layers = OrderedDict(Conv1=Convolution(p["W1"], p["b1"]), Relu1=Relu(), Pool1=Pooling(), Affine1=Affine(p["W2"], p["b2"]), Relu2=Relu(), Affine2=Affine(p["W3"], p["b3"]))
    def predict(self, x):
        for layer in self.layers.values(): x = layer.forward(x)
        return x
    def gradient(self, x, t):
        scores = self.predict(x)
        e = np.exp(scores - scores.max(axis=1, keepdims=True))
        y = e / e.sum(axis=1, keepdims=True)
        self.last_loss = -np.log(y[np.arange(len(t)), t] + 1e-7).mean()
        dout = y.copy()
        dout[np.arange(len(t)), t] -= 1
        dout /= len(t)
        for layer in reversed(list(self.layers.values())): dout = layer.backward(dout)
        return {k + n: getattr(self.layers[name], "d" + k) for n, name in (("1", "Conv1"), ("2", "Affine1"), ("3", "Affine2")) for k in "Wb"}
np.random.seed(1)
x, t = np.random.rand(3, 1, 6, 6), np.array([0, 2, 1])
net, losses = SimpleConvNet(), []
for step in range(3):
    grads = net.gradient(x, t)
    for key in net.params: net.params[key] -= 0.2 * grads[key]
    losses.append(net.last_loss)
def numerical(key, index, h=1e-4):
    W = net.params[key]
    keep = W[index]
    out = []
    for sign in (1, -1):
        W[index] = keep + sign * h
        net.gradient(x, t)
        out.append(net.last_loss)
    W[index] = keep
    return (out[0] - out[1]) / (2 * h)
analytic = net.gradient(x, t)
close = [abs(numerical(k, i) - analytic[k][i]) < 1e-5 for k, i in (("W1", (0, 0, 1, 1)), ("W2", (3, 1)), ("b3", (2,)))]
curve, dW1 = np.array(losses), analytic["W1"]
print(curve.round(5), close, dW1.shape, sorted(grads))
