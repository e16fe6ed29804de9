"""Similarity, matrix factorisation and ranking."""
import numpy as np
R = np.array([[5, 3, 0, 1], [4, 0, 0, 1], [1, 1, 0, 5], [1, 0, 0, 4], [0, 1, 5, 4]], dtype=float)
mask = R > 0
norms = np.sqrt((R ** 2).sum(axis=1, keepdims=True))
similarity = (R @ R.T) / (norms @ norms.T)
np.fill_diagonal(similarity, 0)
nearest = similarity.argmax(axis=1)
np.random.seed(0)
K = 2
P, Q = np.random.rand(5, K), np.random.rand(4, K)
for step in range(20):
    for i, j in zip(*np.nonzero(R)):
        e = R[i, j] - P[i] @ Q[j]
        p = P[i].copy()
        P[i] += 0.02 * (e * Q[j] - 0.02 * P[i])
        Q[j] += 0.02 * (e * p - 0.02 * Q[j])
full = P @ Q.T
rmse = np.sqrt((((R - full) * mask) ** 2).sum() / mask.sum())
unseen = np.where(mask, -np.inf, full)
recommended = unseen.argmax(axis=1)
means = np.array([row[row > 0].mean() for row in R])
filled = np.where(mask, R, means[:, None])
ranks = (-filled).argsort(axis=1, kind="stable")
dcg = np.sum((2 ** np.array([3, 2, 0]) - 1) / np.log2(np.arange(2, 5)))
jaccard = np.array([[len(set(np.flatnonzero(a)) & set(np.flatnonzero(b))) / len(set(np.flatnonzero(a)) | set(np.flatnonzero(b))) for b in R] for a in R])
print(nearest, f"{rmse:.4f}", recommended, np.round(means, 3), ranks[0], f"{dcg:.4f}", np.round(jaccard[0], 2))
