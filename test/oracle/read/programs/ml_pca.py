"""Principal components: eigenvalues, and vectors by power iteration with deflation."""
import numpy as np
X = np.array([[2.5, 2.4, 0.5], [0.5, 0.7, 1.0], [2.2, 2.9, 0.2], [1.9, 2.2, 0.9], [3.1, 3.0, 0.1], [2.3, 2.7, 0.6]])
mean = X.mean(axis=0)
centered = X - mean
cov = centered.T @ centered / (len(X) - 1)
same = np.allclose(cov, np.cov(X, rowvar=False))
values = np.linalg.eigvalsh(cov)
order = np.argsort(values)[::-1]
explained = values[order] / values.sum()
def top(matrix, steps=60):
    v = np.ones(len(matrix)) / np.sqrt(len(matrix))
    for _ in range(steps):
        v = matrix @ v
        v /= np.linalg.norm(v)
    return v, v @ matrix @ v
left, components, variances = cov.copy(), [], []
for _ in range(2):
    v, variance = top(left)
    left -= variance * np.outer(v, v)
    components.append(v)
    variances.append(variance)
W = np.array(components).T
print(same, np.allclose(variances, values[order][:2]), np.round(explained, 4))
Z = centered @ W
restored = Z @ W.T + mean
error = np.sqrt(((X - restored) ** 2).mean())
print(np.round(Z, 3), f"{error:.5f}")
whitened = Z / np.sqrt(values[order][:2] + 1e-5)
standard = (X - X.mean(0)) / X.std(0)
minmax = (X - X.min(axis=0)) / (X.max(axis=0) - X.min(axis=0))
print(whitened.shape, standard.std(axis=0), minmax.max(axis=0))
