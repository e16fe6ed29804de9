import numpy as np
x = np.arange(24).reshape(4, 6)
r = x[1]; c = x[:, 2]; el = x[2, 3]; sl = x[1:3, ::2]; rv = x[::-1, -1]; na = x[:, np.newaxis, 0]; el2 = x[..., 1]
fancy = x[[0, 2]]; pair = x[[0, 1, 2], [3, 4, 5]]; mask = x[x % 2 == 0]; mm = x[x[:, 0] > 6]; fs = x[1:3, [0, 5]]
onehot = np.eye(4)[[3, 1, 0]]
y = x.copy(); y[0, 0] = 100; y[1] = -1; y[:, 5] = np.arange(4); y[y < 0] = 0; y[[2, 3], [0, 1]] += 50
v = x[1:3]; w = x.astype(float); w[0] *= 2; w[1:3, 1:3] = [[9, 8], [7, 6]]
base = np.zeros((2, 2)); view = base.T; view[0, 1] = 5; flat = base.reshape(-1); flat[0] = 3
