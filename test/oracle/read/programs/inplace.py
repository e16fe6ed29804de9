import numpy as np
x = np.array([1.0, 2.0, 3.0]); y = x; y += 1; z = x.copy(); z *= 2
i = np.array([1, 2, 3]); i += 5; i //= 2
m = np.arange(9).reshape(3, 3).astype(float); m[1] += m[0]; m[:, 0] -= 1; m.T[2] = 7
l = [1, 2]; k = l; k += [3]; n = np.array(l)
def grow(a):
    a += 1
    return a
g = grow(x); same = np.array([x is y, x is z], dtype=float)
