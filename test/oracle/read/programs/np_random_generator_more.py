import numpy as np
rng = np.random.default_rng(0)
a = rng.random(3); b = rng.random((2, 2)); c = rng.integers(10, size=5); d = rng.integers(0, 2, (3, 3)); e = rng.permutation(6); f = rng.choice(5, 3); g = rng.choice([1.5, 2.5, 3.5], size=2, replace=False); h = rng.uniform(-1, 1, 4); i = rng.standard_normal(3); j = rng.normal(1.0, 0.5, (2, 2)); k = np.arange(6); rng.shuffle(k); l = rng.integers(1, 7, endpoint=True, size=4); m = rng.choice(4, 5, p=[0.4, 0.3, 0.2, 0.1])
r2 = np.random.default_rng(12345); n = r2.random(2); o = r2.integers(100, size=3); p = r2.normal(size=3); q = r2.exponential(size=2); s = r2.permutation(np.arange(8).reshape(4, 2))
def init(shape, rng): return rng.normal(0, np.sqrt(2 / shape[0]), shape)
rng = np.random.default_rng(2024)
layers = [init((4, 3), rng), init((3, 2), rng)]
W1, W2 = layers
x = rng.random((5, 4))
hidden = np.maximum(0, x @ W1)
y = hidden @ W2
print(a, c, e, k, l, y.shape)
