"""Linear systems and what belongs to them."""
import numpy as np
A = np.array([[4.0, -2.0, 1.0], [-2.0, 4.0, -2.0], [1.0, -2.0, 4.0]]); b = np.array([11.0, -16.0, 17.0])
x = np.linalg.solve(A, b); inverse = np.linalg.inv(A); residual = np.abs(A @ x - b).max() < 1e-10; determinant = np.linalg.det(A); L = np.linalg.cholesky(A); check = np.allclose(L @ L.T, A)
def lu(A):
    n = len(A)
    L, U = np.eye(n), A.astype(float).copy()
    for k in range(n - 1):
        for i in range(k + 1, n):
            L[i, k] = U[i, k] / U[k, k]
            U[i] -= L[i, k] * U[k]
    return L, U
def gram_schmidt(A):
    Q = np.zeros_like(A)
    for j in range(A.shape[1]):
        v = A[:, j].copy()
        for k in range(j): v -= (Q[:, k] @ A[:, j]) * Q[:, k]
        Q[:, j] = v / np.linalg.norm(v)
    return Q, Q.T @ A
def jacobi(A, b, steps=25):
    x, D = np.zeros_like(b), np.diag(A)
    for _ in range(steps): x = (b - (A - np.diagflat(D)) @ x) / D
    return x
def conjugate_gradient(A, b):
    x, r = np.zeros_like(b), b.copy()
    p = r.copy()
    for _ in range(len(b)):
        alpha = r @ r / (p @ A @ p)
        x, new = x + alpha * p, r - alpha * A @ p
        p = new + (new @ new) / (r @ r) * p
        r = new
    return x
low, up = lu(A)
Q, R = gram_schmidt(A)
xj, xc = jacobi(A, b), conjugate_gradient(A, b)
values = np.linalg.eigvalsh(A)
pinv = np.linalg.pinv(A[:, :2])
fit = np.linalg.lstsq(np.c_[np.ones(4), np.arange(4.0)], np.array([1.0, 3.1, 4.9, 7.0]), rcond=None)[0]
norms = np.array([np.linalg.norm(A), np.linalg.norm(b, 1), np.linalg.norm(b, np.inf), np.linalg.norm(A, axis=0)[0]])
print(np.round(x, 8), residual, check, f"{determinant:.6f}", np.allclose(low @ up, A), np.allclose(Q @ R, A), np.round(xj, 4), np.round(xc, 8), np.round(values, 6), np.round(fit, 4), sep="\n")
