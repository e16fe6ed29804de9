import numpy as np

# A batch of N=2 samples with D=3 features each, and a layer with H=2 outputs.
X = np.array([[1.0, 2.0, -1.0],
              [0.0, -2.0, 3.0]])
W = np.array([[1.0, -1.0],
              [2.0, 0.5],
              [0.0, 3.0]])
b = np.array([0.5, -1.0])

# Forward: Y = XW + b, the one bias added to every row.
Y = np.dot(X, W) + b

# Backward, from the gradient that the next layer sends back.
dY = np.array([[1.0, -0.5],
               [2.0, 0.25]])

dX = np.dot(dY, W.T)
dW = np.dot(X.T, dY)
db = np.sum(dY, axis=0)

print(Y)
print(dX, dW, db)
