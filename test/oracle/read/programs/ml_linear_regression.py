"""Ordinary, ridge and gradient-descent regression."""
import numpy as np
rng = np.random.default_rng(1)
X = rng.uniform(-1, 1, (20, 3))
true_w = np.array([2.0, -1.0, 0.5])
y = X @ true_w + 0.3
Xb = np.c_[np.ones(len(X)), X]
theta = np.linalg.solve(Xb.T @ Xb, Xb.T @ y)
lam = 0.1
ridge = np.linalg.inv(Xb.T @ Xb + lam * np.eye(4)) @ Xb.T @ y
w, b, lr = np.zeros(3), 0.0, 0.5
history = []
for epoch in range(30):
    y_hat = X @ w + b
    error = y_hat - y
    grad_w, grad_b = 2 * X.T @ error / len(X), 2 * error.mean()
    w -= lr * grad_w
    b -= lr * grad_b
    history.append(np.mean(error ** 2))
losses = np.array(history)
ss_res, ss_tot = np.sum((y - (X @ w + b)) ** 2), np.sum((y - y.mean()) ** 2)
r2 = 1 - ss_res / ss_tot
print(np.round(theta, 6), np.round(ridge, 4), f"{r2:.4f}", f"{losses[0]:.4f} {losses[-1]:.6f}")
