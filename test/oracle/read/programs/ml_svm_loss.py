"""Multiclass SVM loss with loops and vectorised (CS231n), binary hinge loss by subgradients."""
import numpy as np
def svm_loss_naive(W, X, y, reg):
    dW = np.zeros(W.shape)
    num_classes, num_train, loss = W.shape[1], X.shape[0], 0.0
    for i in range(num_train):
        scores = X[i].dot(W)
        correct = scores[y[i]]
        for j in range(num_classes):
            if j == y[i]: continue
            margin = scores[j] - correct + 1
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    return loss / num_train + reg * np.sum(W * W), dW / num_train + 2 * reg * W
def svm_loss_vectorized(W, X, y, reg):
    n = X.shape[0]
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[np.arange(n), y][:, np.newaxis] + 1)
    margins[np.arange(n), y] = 0
    loss = margins.sum() / n + reg * np.sum(W * W)
    mask = (margins > 0).astype(float)
    mask[np.arange(n), y] = -mask.sum(axis=1)
    return loss, X.T.dot(mask) / n + 2 * reg * W
rng = np.random.RandomState(5)
X, y, W = rng.randint(0, 9, (5, 4)).astype(float), rng.randint(0, 3, 5), rng.rand(4, 3)
a, da = svm_loss_naive(W, X, y, 0.1)
b, db = svm_loss_vectorized(W, X, y, 0.1)
print(abs(a - b) < 1e-9, np.allclose(da, db))
labels = np.where(y > 0, 1, -1)
w, bias, C = np.zeros(4), 0.0, 1.0
for epoch in range(10):
    for xi, yi in zip(X, labels):
        if yi * (w @ xi + bias) < 1:
            w, bias = w - 0.01 * (w - C * yi * xi), bias + 0.01 * C * yi
        else:
            w = w - 0.01 * w
margin = labels * (X @ w + bias)
print(np.round(margin, 3))
