"""A deep network with weight decay, He initialisation, an optimizer by name and a Trainer."""
from collections import OrderedDict
import numpy as np
class SGD:
    def __init__(self, lr=0.01): self.lr = lr
    def update(self, params, grads):
        for key in params.keys(): params[key] -= self.lr * grads[key]
class Momentum:
    def __init__(self, lr=0.01, momentum=0.9): self.lr, self.momentum, self.v = lr, momentum, None
    def update(self, params, grads):
        if self.v is None: self.v = {key: np.zeros_like(val) for key, val in params.items()}
        for key in params.keys():
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]
class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2, self.iter, self.m, self.v = lr, beta1, beta2, 0, None, None
    def update(self, params, grads):
        if self.m is None:
            self.m, self.v = {}, {}
            for key, val in params.items():
                self.m[key], self.v[key] = np.zeros_like(val), np.zeros_like(val)
        self.iter += 1
        lr_t = self.lr * np.sqrt(1.0 - self.beta2 ** self.iter) / (1.0 - self.beta1 ** self.iter)
        for key in params.keys():
            self.m[key] += (1 - self.beta1) * (grads[key] - self.m[key])
            self.v[key] += (1 - self.beta2) * (grads[key] ** 2 - self.v[key])
            params[key] -= lr_t * self.m[key] / (np.sqrt(self.v[key]) + 1e-7)
class MultiLayerNet:
    def __init__(self, input_size, hidden_size_list, output_size, weight_init_std="relu", weight_decay_lambda=0):
        self.sizes, self.weight_decay_lambda, self.params = [input_size] + hidden_size_list + [output_size], weight_decay_lambda, {}
        for idx in range(1, len(self.sizes)):
            scale = np.sqrt(2.0 / self.sizes[idx - 1]) if str(weight_init_std).lower() in ("relu", "he") else weight_init_std
            self.params["W" + str(idx)] = scale * np.random.randn(self.sizes[idx - 1], self.sizes[idx])
            self.params["b" + str(idx)] = np.zeros(self.sizes[idx])
        self.depth = len(hidden_size_list) + 1
    def forward(self, x):
        self.cache = [x]
        for idx in range(1, self.depth + 1):
            x = x @ self.params[f"W{idx}"] + self.params[f"b{idx}"]
            if idx < self.depth: x = np.maximum(x, 0)
            self.cache.append(x)
        return x
    def loss_and_gradient(self, x, t):
        scores = self.forward(x)
        e = np.exp(scores - scores.max(axis=1, keepdims=True))
        y = e / e.sum(axis=1, keepdims=True)
        decay = sum(0.5 * self.weight_decay_lambda * np.sum(self.params[f"W{i}"] ** 2) for i in range(1, self.depth + 1))
        loss = -np.mean(np.log(y[np.arange(len(t)), t] + 1e-7)) + decay
        dout, grads = y.copy(), {}
        dout[np.arange(len(t)), t] -= 1
        dout /= len(t)
        for idx in range(self.depth, 0, -1):
            W = self.params[f"W{idx}"]
            grads[f"W{idx}"] = self.cache[idx - 1].T @ dout + self.weight_decay_lambda * W
            grads[f"b{idx}"] = dout.sum(axis=0)
            dout = dout @ W.T * (self.cache[idx - 1] > 0)
        return loss, grads
class Trainer:
    optimizers = {"sgd": SGD, "momentum": Momentum, "adam": Adam}
    def __init__(self, network, x, t, epochs=3, batch_size=5, optimizer="SGD", optimizer_param={"lr": 0.1}):
        self.network, self.x, self.t, self.epochs, self.batch_size = network, x, t, epochs, batch_size
        self.optimizer = self.optimizers[optimizer.lower()](**optimizer_param)
        self.loss_list = []
    def train(self):
        for epoch in range(self.epochs):
            order = np.random.permutation(len(self.x))
            for i in range(0, len(self.x), self.batch_size):
                chosen = order[i:i + self.batch_size]
                loss, grads = self.network.loss_and_gradient(self.x[chosen], self.t[chosen])
                self.optimizer.update(self.network.params, grads)
                self.loss_list.append(float(loss))
for name, lr in (("sgd", 0.1), ("Momentum", 0.05), ("ADAM", 0.01)):
    np.random.seed(3)
    x, t = np.random.rand(15, 4), np.random.randint(0, 3, 15)
    net = MultiLayerNet(4, [6, 5], 3, weight_decay_lambda=0.01)
    trainer = Trainer(net, x, t, optimizer=name, optimizer_param={"lr": lr})
    trainer.train()
    losses, W1 = np.array(trainer.loss_list), net.params["W1"]
    print(name, len(losses), f"{losses[0]:.5f} {losses[-1]:.5f}", sorted(net.params))
