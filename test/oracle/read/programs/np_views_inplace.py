"""Who shares memory with whom."""
import numpy as np
base = np.arange(12.0)
m = base.reshape(3, 4); row, col, block, t, diag = m[1], m[:, 2], m[1:, :2], m.T, np.diag(m)
row += 100; col *= -1; t[0, 0] = 50; block[...] = 7
after_first = base.copy()
flat, raveled, transposed_flat = m.flatten(), m.ravel(), m.T.ravel()
raveled[0] = -9; flat[1] = 99; transposed_flat[2] = 77
m[m < 0] = 0; m[:, -1] = np.arange(3)
rev = base[::-1]; rev[0] = 1000; step = base[::3]; step += 0.5
u = np.zeros(3, dtype=int); u[0] = 3.9; u += 2; v = u.astype(float); v /= 4
w = np.ones((2, 2)); alias = w; w = w + 1; alias -= 5
def double(a): a *= 2; return a
d = double(w); out = np.empty(2); np.add([1.0, 2.0], [3.0, 4.0], out=out)
stack = np.stack([base[:2], base[2:4]]); stack[0, 0] = 5; swapped = np.array([1, 2, 3]); swapped[[0, 2]] = swapped[[2, 0]]
counter = np.zeros(3); counter[[0, 0, 1]] += 1; np.subtract.at(counter, [2, 2], 1)
b = np.broadcast_to(base[:3], (2, 3)).copy(); b[0] = 0; c = b; c[1, 1] = 8
e = np.arange(6).reshape(2, 3); e[:, [0, 2]] = e[:, [2, 0]]; e[e % 2 == 1] *= 10; f = e[:, ::-1]; f[0, 0] = 0
print(base, m, rev[:2], u, v, w is d, alias, out, counter, b, e, sep="\n")
