import numpy as np
A = np.arange(6.0).reshape(2, 3); B = np.arange(12.0).reshape(3, 4) / 3; v = np.array([1.0, -2.0, 0.5]); T = np.arange(24.0).reshape(2, 3, 4) / 7
a = A @ B; b = np.dot(A, v); c = A.dot(B); d = np.matmul(A, B); e = v @ v; f = np.inner(v, v); g = np.outer(v, [1.0, 2.0]); h = np.vdot(A, A); i = np.tensordot(A, B, axes=1); j = np.tensordot(T, T, axes=([1, 2], [1, 2])); k = np.einsum("ij,jk->ik", A, B); l = np.einsum("ij->j", A); m = np.einsum("ii", np.eye(3)); n = np.einsum("i,j->ij", v, v); o = np.einsum("bij,bjk->bik", T, T.transpose(0, 2, 1)); p = np.einsum("ij,ij->i", A, A); q = np.einsum("ijk->kij", T)
r = np.matmul(T, np.ones((4, 2))); s = np.dot(T, np.ones(4)); t = np.cross([1, 0, 0], [0, 1, 0]); u = np.kron([1, 2], [1, 1]); w = np.linalg.norm(v); x = np.linalg.norm(A, axis=1); y = np.linalg.matrix_power(np.array([[1, 1], [1, 0]]), 10); z = np.trace(A[:, :2])
S = np.array([[4.0, 1.0], [1.0, 3.0]]); aa = np.linalg.inv(S); ab = np.linalg.det(S); ac = np.linalg.solve(S, [1.0, 2.0]); L = np.linalg.cholesky(S); vals = np.linalg.eigvalsh(S)
conv = np.convolve([1.0, 2.0, 3.0], [0.5, 1.0]); same = np.convolve([1, 2, 3, 4], [1, 1, 1], mode="same"); valid = np.correlate([1.0, 2.0, 3.0, 4.0], [1.0, -1.0], "valid"); poly = np.polyval([1.0, 2.0, 3.0], 2.0); trap = np.trapz([1.0, 2.0, 3.0])
print(a, b, e, y, t, u, same, round(float(ab), 10))
ints = np.array([[1, 2], [3, 4]]) @ np.array([[5, 6], [7, 8]]); mixed = np.array([[1, 2]]) @ np.array([[0.5], [0.25]]); small = np.float32([[1, 2]]) @ np.float32([[3], [4]])
print(ints, mixed, small, small.dtype)
