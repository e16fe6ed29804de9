"""The spiral data of volume 2 and its two-layer network."""
import numpy as np
def load_data(seed=1984):
    np.random.seed(seed)
    N, DIM, CLS_NUM = 6, 2, 3
    x, t = np.zeros((N * CLS_NUM, DIM)), np.zeros((N * CLS_NUM, CLS_NUM), dtype=np.int64)
    for j in range(CLS_NUM):
        for i in range(N):
            rate = i / N
            radius = 1.0 * rate
            theta = j * 4.0 + 4.0 * rate + np.random.randn() * 0.2
            ix = N * j + i
            x[ix] = np.array([radius * np.sin(theta), radius * np.cos(theta)]).flatten()
            t[ix, j] = 1
    return x, t
class MatMulLayer:
    pass
class Affine:
    def __init__(self, W, b): self.params, self.grads, self.x = [W, b], [np.zeros_like(W), np.zeros_like(b)], None
    def forward(self, x):
        W, b = self.params
        self.x = x
        return np.dot(x, W) + b
    def backward(self, dout):
        W, b = self.params
        dx, dW, db = np.dot(dout, W.T), np.dot(self.x.T, dout), np.sum(dout, axis=0)
        self.grads[0][...] = dW
        self.grads[1][...] = db
        return dx
class Sigmoid:
    def __init__(self): self.params, self.grads, self.out = [], [], None
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out
    def backward(self, dout): return dout * (1.0 - self.out) * self.out
class SoftmaxWithLoss:
    def __init__(self): self.params, self.grads = [], []
    def forward(self, x, t):
        e = np.exp(x - x.max(axis=1, keepdims=True))
        self.y, self.t = e / e.sum(axis=1, keepdims=True), t.argmax(axis=1)
        return -np.sum(np.log(self.y[np.arange(len(x)), self.t] + 1e-7)) / len(x)
    def backward(self, dout=1):
        dx = self.y.copy()
        dx[np.arange(len(dx)), self.t] -= 1
        return dx * dout / len(dx)
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size):
        I, H, O = input_size, hidden_size, output_size
        W1, b1 = 0.01 * np.random.randn(I, H), np.zeros(H)
        W2, b2 = 0.01 * np.random.randn(H, O), np.zeros(O)
        self.layers, self.loss_layer = [Affine(W1, b1), Sigmoid(), Affine(W2, b2)], SoftmaxWithLoss()
        self.params, self.grads = [], []
        for layer in self.layers:
            self.params += layer.params
            self.grads += layer.grads
    def predict(self, x):
        for layer in self.layers: x = layer.forward(x)
        return x
    def forward(self, x, t): return self.loss_layer.forward(self.predict(x), t)
    def backward(self, dout=1):
        dout = self.loss_layer.backward(dout)
        for layer in reversed(self.layers): dout = layer.backward(dout)
        return dout
x, t = load_data()
model, lr, batch_size, loss_list = TwoLayerNet(2, 5, 3), 1.0, 6, []
data_size, max_iters = len(x), len(x) // batch_size
for epoch in range(4):
    idx = np.random.permutation(data_size)
    x, t = x[idx], t[idx]
    total_loss = 0
    for iters in range(max_iters):
        batch_x, batch_t = x[iters * batch_size:(iters + 1) * batch_size], t[iters * batch_size:(iters + 1) * batch_size]
        loss = model.forward(batch_x, batch_t)
        model.backward()
        for i in range(len(model.params)): model.params[i] -= lr * model.grads[i]
        total_loss += loss
    loss_list.append(total_loss / max_iters)
    print("| epoch %d |  loss %.4f" % (epoch + 1, loss_list[-1]))
W1, b1, W2, b2 = model.params
h = np.array(loss_list)
xx, yy = np.meshgrid(np.arange(-1, 1, 0.5), np.arange(-1, 1, 0.5))
grid = np.c_[xx.ravel(), yy.ravel()]
predicted = np.argmax(model.predict(grid), axis=1).reshape(xx.shape)
print(W1.shape, grid.shape, predicted.shape)
