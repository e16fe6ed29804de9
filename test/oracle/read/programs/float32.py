import numpy as np
x = np.array([1.1, 2.2], dtype=np.float32); y = x * 2; z = x + 1.5; w = x.astype(np.float64) * 3
m = (x + np.array([1.0, 2.0])).dtype == np.float64
s = np.ones((2, 2), np.float32) @ np.ones((2, 2), np.float32)
b = np.array([1, 0, 2]).astype(bool); n = b.astype(int); f = np.array([1.7, -1.7]).astype(int)
mm = np.array([m])
