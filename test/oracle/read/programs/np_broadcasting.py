"""Broadcasting in every common shape."""
import numpy as np
a = np.arange(3); b = np.arange(4)[:, None]; c = a + b; d = np.ones((2, 1, 3)) * np.arange(2)[:, None]; e = a * 2.5 - 1
f = np.arange(6).reshape(2, 3) - np.arange(6).reshape(2, 3).mean(axis=1, keepdims=True); g = (a[:, None] == a).astype(int); h = np.array([[1], [2]]) ** np.array([0, 1, 2])
i = a[None, :, None] + np.zeros((2, 1, 4)); j = np.maximum(b, a); k = np.where(c > 3, c, 0); l = c / c.sum(axis=0); m = np.array(5) + a; n = np.logical_and(b > 0, a < 2)
points = np.array([[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]]); dist = np.sqrt(((points[:, None] - points[None]) ** 2).sum(-1)); nearest = (dist + np.eye(3) * 1e9).argmin(axis=1)
x = np.linspace(0, 1, 3); poly = x[:, None] ** np.arange(4); shapes = np.broadcast(a, b).shape if False else (4, 3); p, q = np.broadcast_arrays(a, b)
table = np.add.outer(np.arange(1, 4), np.arange(3)); mult = np.multiply.outer([1, 2], [3, 4]); grid = np.stack(np.meshgrid([1, 2], [3, 4, 5]), axis=-1); ij = np.meshgrid([1, 2], [3, 4, 5], indexing="ij")[0]
try:
    np.ones((2, 3)) + np.ones((3, 2))
except ValueError:
    print("does not broadcast")
print(c, d.shape, f, h, i.shape, dist, nearest, shapes, grid.shape, ij, sep="\n")
