"""A regression MLP with mini-batches, early stopping and learning-rate decay."""
import numpy as np
class MLPRegressor:
    def __init__(self, sizes, lr=0.05, seed=0):
        rng = np.random.default_rng(seed)
        self.W = [rng.normal(0, np.sqrt(2.0 / n), (n, m)) for n, m in zip(sizes[:-1], sizes[1:])]
        self.b = [np.zeros(m) for m in sizes[1:]]
        self.lr, self.rng = lr, rng
    def forward(self, x):
        self.a = [x]
        for i, (W, b) in enumerate(zip(self.W, self.b)):
            z = self.a[-1] @ W + b
            self.a.append(np.maximum(z, 0) if i < len(self.W) - 1 else z)
        return self.a[-1]
    def step(self, x, y):
        out = self.forward(x)
        delta = 2 * (out - y) / len(x)
        for i in reversed(range(len(self.W))):
            gW, gb = self.a[i].T @ delta, delta.sum(axis=0)
            if i: delta = (delta @ self.W[i].T) * (self.a[i] > 0)
            self.W[i] -= self.lr * gW
            self.b[i] -= self.lr * gb
        return ((out - y) ** 2).mean()
    def fit(self, x, y, epochs=6, batch=4, patience=2):
        best, waited, history = np.inf, 0, []
        for epoch in range(epochs):
            order = self.rng.permutation(len(x))
            losses = [self.step(x[rows], y[rows]) for rows in np.array_split(order, len(x) // batch)]
            loss = float(np.mean(losses))
            history.append(loss)
            self.lr *= 0.9
            if loss < best - 1e-4: best, waited = loss, 0
            elif (waited := waited + 1) >= patience: break
        return np.array(history)
x = np.linspace(-1, 1, 16)[:, None]
y = x ** 2 - 0.3
model = MLPRegressor([1, 6, 4, 1])
history = model.fit(x, y)
prediction = model.forward(x)
W0, b1 = model.W[0], model.b[1]
print(len(history), history[-1] < history[0], prediction.shape, f"{model.lr:.5f}", np.round(history, 4))
