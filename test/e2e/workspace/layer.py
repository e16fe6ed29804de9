import numpy as np

X = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
W = np.array([[0.5, -1.0], [1.5, 2.0], [-0.5, 1.0]])
b = np.array([0.1, -0.2])

Y = np.dot(X, W) + b
