import numpy as np
np.random.seed(0)
X = np.random.rand(8, 3)
T = X @ np.array([[1.0], [-2.0], [0.5]]) + 0.3
W = np.zeros((3, 1))
b = np.zeros(1)
lr = 0.1
losses = []
for epoch in range(20):
    Y = X @ W + b
    dY = 2 * (Y - T) / len(X)
    dW = X.T @ dY
    db = dY.sum(axis=0)
    W -= lr * dW
    b -= lr * db
    losses.append(np.mean((Y - T) ** 2))
history = np.array(losses)
