import numpy as np

rng = np.random.default_rng(7)
X = rng.integers(-3, 4, (700, 600)) * 0.5
W = rng.integers(-3, 4, (600, 500)) * 0.25
b = rng.integers(-3, 4, 500) * 1.0
Y = np.dot(X, W) + b
