"""Adaptive linear neurons by gradient descent, with standardised features."""
import numpy as np
class AdalineGD:
    def __init__(self, eta=0.01, n_iter=15): self.eta, self.n_iter = eta, n_iter
    def fit(self, X, y):
        rgen = np.random.RandomState(1)
        self.w_ = rgen.normal(scale=0.01, size=1 + X.shape[1])
        self.cost_ = []
        for i in range(self.n_iter):
            output = self.net_input(X)
            errors = y - output
            self.w_[1:] += self.eta * X.T.dot(errors)
            self.w_[0] += self.eta * errors.sum()
            self.cost_.append((errors ** 2).sum() / 2.0)
        return self
    def net_input(self, X): return np.dot(X, self.w_[1:]) + self.w_[0]
    def predict(self, X): return np.where(self.net_input(X) >= 0.0, 1, -1)
rng = np.random.RandomState(3)
X = np.concatenate([rng.uniform(0, 2, (10, 2)), rng.uniform(3, 5, (10, 2))])
y = np.where(np.arange(20) < 10, -1, 1)
X_std = np.copy(X)
for j in range(2): X_std[:, j] = (X[:, j] - X[:, j].mean()) / X[:, j].std()
ada = AdalineGD().fit(X_std, y)
cost = np.array(ada.cost_)
decreasing = bool((np.diff(cost) < 0).all())
print(decreasing, ada.predict(X_std), f"{cost[-1]:.6f}")
