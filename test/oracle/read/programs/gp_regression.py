"""Gaussian process regression with an RBF kernel and Cholesky factors."""
import numpy as np
def rbf(a, b, length=1.0, sigma=1.0):
    d2 = np.sum(a ** 2, 1).reshape(-1, 1) + np.sum(b ** 2, 1) - 2 * np.dot(a, b.T)
    return sigma ** 2 * np.exp(-0.5 / length ** 2 * d2)
class GP:
    def __init__(self, kernel=rbf, noise=1e-2): self.kernel, self.noise = kernel, noise
    def fit(self, X, y):
        self.X = X
        K = self.kernel(X, X) + self.noise * np.eye(len(X))
        self.L = np.linalg.cholesky(K)
        self.alpha = np.linalg.solve(self.L.T, np.linalg.solve(self.L, y))
        return self
    def predict(self, X_new):
        Ks = self.kernel(self.X, X_new)
        mean = Ks.T @ self.alpha
        v = np.linalg.solve(self.L, Ks)
        cov = self.kernel(X_new, X_new) - v.T @ v
        return mean, cov
X = np.array([[-2.0], [-1.0], [0.5], [2.0]])
y = np.sin(X).ravel()
gp = GP().fit(X, y)
mean, cov = gp.predict(np.linspace(-2, 2, 5)[:, None])
std = np.sqrt(np.diag(cov))
log_likelihood = -0.5 * y @ gp.alpha - np.log(np.diag(gp.L)).sum() - len(X) / 2 * np.log(2 * np.pi)
ucb = mean + 2 * std
best = int(np.argmax(ucb))
lower = np.tril(gp.L)
print(np.round(mean, 4), np.round(std, 4), f"{log_likelihood:.5f}", best, (lower == gp.L).all())
