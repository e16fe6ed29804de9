"""It ends in the middle: the shapes do not fit."""
import numpy as np
def affine(x, W, b):
    return np.dot(x, W) + b
x = np.arange(6.0).reshape(2, 3)
W1, b1 = np.ones((3, 4)) * 0.5, np.zeros(4)
h = affine(x, W1, b1)
print(h.shape)
W2 = np.ones((3, 2))
print("next")
y = h @ W2
z = np.zeros(3)
