import numpy as np
X = np.array([[1, -2., +3], [.5, 1e3, 1.5e-3]])  # trailing comment
W = np.array([
    [1., 2.],  # first row
    [3., 4.],

    [5., 6.],
])
b = np.asarray((1_000, -2), dtype=float)
i = np.array([[1, 2], [3, 4]])
t = np.array([True, False, True])
empty = np.array([])
nested = np.array([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])
mixed = np.array([1, 2.5, True])
special = np.array([np.nan, np.inf, -np.inf, -0.0])
scalar = np.array(3.5)
hexed = np.array([0x10, 0b11, 0o17])
rows = np.array([X[0], X[1] * 2])
Y = X @ W + b
