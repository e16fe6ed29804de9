"""Logistic regression with regularisation and a confusion matrix."""
import numpy as np
def sigmoid(z): return 1.0 / (1.0 + np.exp(-np.clip(z, -250, 250)))
class LogisticRegression:
    def __init__(self, lr=0.5, epochs=40, l2=0.01): self.lr, self.epochs, self.l2 = lr, epochs, l2
    def fit(self, X, y):
        n, d = X.shape
        self.w, self.b, self.losses = np.zeros(d), 0.0, []
        for _ in range(self.epochs):
            p = sigmoid(X @ self.w + self.b)
            dw = X.T @ (p - y) / n + self.l2 * self.w
            self.w = self.w - self.lr * dw
            self.b -= self.lr * np.mean(p - y)
            self.losses.append(-np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12)))
        return self
    def predict_proba(self, X): return sigmoid(X @ self.w + self.b)
    def predict(self, X, threshold=0.5): return (self.predict_proba(X) >= threshold).astype(int)
rng = np.random.RandomState(0)
X = np.r_[rng.randn(15, 2) - 1, rng.randn(15, 2) + 1]
y = np.r_[np.zeros(15), np.ones(15)]
model = LogisticRegression().fit(X, y)
prob, pred = model.predict_proba(X), model.predict(X)
confusion = np.zeros((2, 2), dtype=int)
for t, p in zip(y.astype(int), pred): confusion[t, p] += 1
precision = confusion[1, 1] / confusion[:, 1].sum()
recall = confusion[1, 1] / confusion[1].sum()
f1 = 2 * precision * recall / (precision + recall)
print(confusion, f"{precision:.3f} {recall:.3f} {f1:.3f}", f"{model.losses[-1]:.4f}")
