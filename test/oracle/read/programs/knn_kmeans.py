import numpy as np
rng = np.random.RandomState(7)
X = rng.randint(0, 10, size=(8, 2)).astype(np.float64)
Q = rng.randint(0, 10, size=(3, 2)).astype(np.float64)
d2 = np.sum(Q ** 2, axis=1, keepdims=True) + np.sum(X ** 2, axis=1) - 2 * Q.dot(X.T)
dists = np.sqrt(np.maximum(d2, 0))
diff = Q[:, None, :] - X[None, :, :]
d2b = (diff ** 2).sum(axis=-1)
nearest = np.argsort(d2b, axis=1)[:, :3]
labels = np.array([0, 1, 0, 1, 1, 0, 1, 0])
votes = labels[nearest]
pred = np.array([np.argmax(np.bincount(v, minlength=2)) for v in votes])
centers = X[:2].copy()
for _ in range(4):
    assign = np.argmin(((X[:, None] - centers[None]) ** 2).sum(2), axis=1)
    for k in range(2):
        if np.any(assign == k):
            centers[k] = X[assign == k].mean(axis=0)
cov = (X - X.mean(0)).T @ (X - X.mean(0)) / (len(X) - 1)
perm = rng.permutation(5)
ch = rng.choice(4, 6)
sh = np.arange(6)
rng.shuffle(sh)
u = rng.uniform(-1, 1, size=(2, 2))
print(pred, assign)
