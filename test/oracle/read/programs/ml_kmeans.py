"""k-means with a fixed start, and the elbow."""
import numpy as np
class KMeans:
    def __init__(self, k, max_iter=20, seed=0): self.k, self.max_iter, self.seed = k, max_iter, seed
    def fit(self, X):
        rng = np.random.RandomState(self.seed)
        self.centroids = X[rng.choice(len(X), self.k, replace=False)]
        for self.n_iter in range(1, self.max_iter + 1):
            distances = ((X[:, np.newaxis, :] - self.centroids) ** 2).sum(axis=2)
            labels = distances.argmin(axis=1)
            new = np.array([X[labels == j].mean(axis=0) if np.any(labels == j) else self.centroids[j] for j in range(self.k)])
            if np.all(new == self.centroids): break
            self.centroids = new
        self.labels, self.inertia = labels, distances.min(axis=1).sum()
        return self
X = np.array([[1, 2], [1, 4], [1, 0], [10, 2], [10, 4], [10, 0], [5, 9], [6, 8], [5, 8]], dtype=float)
model = KMeans(3, seed=1).fit(X)
labels, centroids = model.labels, model.centroids
print(labels, centroids, model.n_iter, f"{model.inertia:.4f}", sep="\n")
inertias = np.array([KMeans(k, seed=2).fit(X).inertia for k in range(1, 5)])
sizes = np.bincount(labels)
clusters = {int(c): X[labels == c].tolist() for c in sorted(set(labels))}
print(sizes, len(clusters))
