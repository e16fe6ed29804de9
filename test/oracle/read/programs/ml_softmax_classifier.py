"""A softmax classifier, loss and gradient, vectorised and with loops (CS231n)."""
import numpy as np
def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for i in range(X.shape[0]):
        scores = X[i].dot(W)
        scores -= np.max(scores)
        p = np.exp(scores) / np.sum(np.exp(scores))
        loss += -np.log(p[y[i]])
        for j in range(W.shape[1]):
            dW[:, j] += (p[j] - (j == y[i])) * X[i]
    loss = loss / X.shape[0] + reg * np.sum(W * W)
    dW = dW / X.shape[0] + 2 * reg * W
    return loss, dW
def softmax_loss_vectorized(W, X, y, reg):
    n = X.shape[0]
    scores = X.dot(W)
    scores -= scores.max(axis=1, keepdims=True)
    p = np.exp(scores)
    p /= p.sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(n), y]).mean() + reg * np.sum(W ** 2)
    p[np.arange(n), y] -= 1
    return loss, X.T.dot(p) / n + 2 * reg * W
np.random.seed(0)
X, y, W = np.random.rand(6, 4), np.array([0, 2, 1, 1, 0, 2]), 0.1 * np.random.rand(4, 3)
loss1, grad1 = softmax_loss_naive(W, X, y, 0.05)
loss2, grad2 = softmax_loss_vectorized(W, X, y, 0.05)
difference = np.linalg.norm(grad1 - grad2, ord="fro")
print(f"{loss1:.8f} {loss2:.8f} {difference < 1e-12}")
for it in range(5):
    loss, grad = softmax_loss_vectorized(W, X, y, 0.05)
    W -= 0.5 * grad
y_pred = np.argmax(X.dot(W), axis=1)
print(y_pred, f"{loss:.6f}")
