"""Rosenblatt's perceptron on two clouds of points."""
import numpy as np
class Perceptron:
    def __init__(self, eta=0.1, n_iter=10, random_state=1):
        self.eta, self.n_iter, self.random_state = eta, n_iter, random_state
    def fit(self, X, y):
        rgen = np.random.RandomState(self.random_state)
        self.w_ = rgen.normal(loc=0.0, scale=0.01, size=1 + X.shape[1])
        self.errors_ = []
        for _ in range(self.n_iter):
            errors = 0
            for xi, target in zip(X, y):
                update = self.eta * (target - self.predict(xi))
                self.w_[1:] += update * xi
                self.w_[0] += update
                errors += int(update != 0.0)
            self.errors_.append(errors)
        return self
    def net_input(self, X):
        return np.dot(X, self.w_[1:]) + self.w_[0]
    def predict(self, X):
        return np.where(self.net_input(X) >= 0.0, 1, -1)
rng = np.random.RandomState(0)
X = np.vstack([rng.rand(8, 2) + [0, 1.5], rng.rand(8, 2) + [1.5, 0]])
y = np.array([1] * 8 + [-1] * 8)
model = Perceptron().fit(X, y)
predicted = model.predict(X)
accuracy = (predicted == y).mean()
print(model.errors_, accuracy, predicted)
