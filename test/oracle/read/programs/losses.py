import numpy as np


def mean_squared_error(y, t):
    return 0.5 * np.sum((y - t) ** 2)


def cross_entropy_error(y, t):
    if y.ndim == 1:
        t = t.reshape(1, t.size)
        y = y.reshape(1, y.size)
    if t.size == y.size:
        t = t.argmax(axis=1)
    batch_size = y.shape[0]
    return -np.sum(np.log(y[np.arange(batch_size), t] + 1e-7)) / batch_size


y = np.array([0.125, 0.0625, 0.5, 0.0, 0.0625, 0.125, 0.0, 0.125, 0.0, 0.0])
t = np.array([0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
mse = mean_squared_error(y, t)
Y = np.array([y, y[::-1]])
T = np.array([t, t])
labels = T.argmax(axis=1)
picked = Y[np.arange(2), labels]
dx = Y.copy()
dx[np.arange(2), labels] -= 1
dx = dx / 2
one_hot = np.eye(10)[labels]
accuracy = np.sum(np.argmax(Y, axis=1) == labels) / float(Y.shape[0])
print(mse, labels, accuracy)
