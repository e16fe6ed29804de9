import numpy as np

X = np.array([[np.nan, np.inf], [-0.0, 0.0]])
W = np.array([[1.0], [1.0]])
Y = X @ W + np.array([0.5])
