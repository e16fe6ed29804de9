import numpy as np

X = np.array([[1.0, 2.0, -1.0],
              [0.0, -2.0, 3.0]])
# W lies on its side.
W = np.array([[1.0, 2.0, 0.0],
              [-1.0, 0.5, 3.0]])
b = np.array([0.5, -1.0])

Y = np.dot(X, W) + b
