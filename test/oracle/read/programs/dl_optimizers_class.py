"""Seven optimizers on the same valley."""
import numpy as np
class Optimizer:
    def __init__(self, lr): self.lr = lr
    def step(self, p, g): raise NotImplementedError
class SGD(Optimizer):
    def step(self, p, g): p -= self.lr * g
class Momentum(Optimizer):
    def __init__(self, lr, mu=0.9):
        super().__init__(lr)
        self.mu, self.v = mu, 0.0
    def step(self, p, g):
        self.v = self.mu * self.v - self.lr * g
        p += self.v
class Nesterov(Momentum):
    def step(self, p, g):
        p += self.mu * self.mu * self.v
        p -= (1 + self.mu) * self.lr * g
        self.v = self.mu * self.v - self.lr * g
class AdaGrad(Optimizer):
    h = 0.0
    def step(self, p, g):
        self.h = self.h + g * g
        p -= self.lr * g / (np.sqrt(self.h) + 1e-7)
class RMSprop(Optimizer):
    def __init__(self, lr, decay=0.99):
        Optimizer.__init__(self, lr)
        self.decay, self.h = decay, 0.0
    def step(self, p, g):
        self.h = self.decay * self.h + (1 - self.decay) * g * g
        p -= self.lr * g / (np.sqrt(self.h) + 1e-7)
class Adam(Optimizer):
    def __init__(self, lr, b1=0.9, b2=0.999, eps=1e-8):
        super().__init__(lr=lr)
        self.b1, self.b2, self.eps, self.t, self.m, self.v = b1, b2, eps, 0, 0.0, 0.0
    def step(self, p, g):
        self.t += 1
        self.m = self.b1 * self.m + (1 - self.b1) * g
        self.v = self.b2 * self.v + (1 - self.b2) * g ** 2
        m_hat, v_hat = self.m / (1 - self.b1 ** self.t), self.v / (1 - self.b2 ** self.t)
        p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
class AdamW(Adam):
    def step(self, p, g):
        p *= 1 - self.lr * 0.01
        super().step(p, g)
def f(p): return p[0] ** 2 / 20.0 + p[1] ** 2
def df(p): return np.array([p[0] / 10.0, 2.0 * p[1]])
optimizers = {cls.__name__: cls(lr) for cls, lr in [(SGD, 0.95), (Momentum, 0.1), (Nesterov, 0.05), (AdaGrad, 1.5), (RMSprop, 0.1), (Adam, 0.3), (AdamW, 0.3)]}
paths = {}
for key in optimizers:
    p, trail = np.array([-7.0, 2.0]), []
    for i in range(12):
        trail.append(p.copy())
        optimizers[key].step(p, df(p))
    paths[key] = np.array(trail)
    print(f"{key:<9} {f(p):.6f} {np.round(p, 4)}")
end = {k: v[-1] for k, v in paths.items()}
sgd_path, adam_path = paths["SGD"], paths["Adam"]
best = min(end, key=lambda k: f(end[k]))
schedule = np.array([0.1 * 0.5 ** (epoch // 3) for epoch in range(9)])
cosine = 0.05 * (1 + np.cos(np.pi * np.arange(6) / 5))
print(best, schedule)
