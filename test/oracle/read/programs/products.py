import numpy as np
A = np.arange(6).reshape(2, 3) / 7.0; B = np.arange(12).reshape(3, 4) / 3.0; v = np.array([1.0, -2.0, 0.5])
AB = A @ B; ABd = np.dot(A, B); ABm = A.dot(B); mm = np.matmul(A, B); Av = A @ v; vB = v @ B; vv = v @ v; out = np.outer(v, v)
T = B.T @ A.T; batch = np.arange(24).reshape(2, 3, 4) / 5.0; bm = batch @ np.ones((4, 2)); nd = np.dot(batch, np.arange(8).reshape(4, 2))
I = np.array([[1, 2], [3, 4]]); II = I @ I; cancel = np.array([[1e16, 1.0, -1e16]]) @ np.array([[1.0], [1.0], [1.0]])
