import numpy as np
x = np.arange(24).reshape(2, 3, 4)
a = x[0]; b = x[..., 1]; c = x[:, 1:, ::2]; d = x[1, 2, 3]; e = x[-1, -1]; f = x[:, None, 1]; g = x[np.newaxis, ..., 0]
m = np.arange(12).reshape(3, 4)
h = m[[0, 2]]; i = m[:, [3, 0]]; j = m[[0, 1, 2], [1, 2, 3]]; k = m[np.ix_([0, 2], [1, 3])]; l = m[m > 5]; n = m[m.sum(axis=1) > 10]
o = m[::-1, ::-1]; p = m[1:2]; q = m[m % 2 == 0]; r = m[np.arange(3), np.array([0, 2, 1])]; s = m[(m > 2) & (m < 9)]
t = m.copy(); t[t > 6] = 0; t[0] = [9, 8, 7, 6]; t[:, 1] *= 2; t[[1, 2], [0, 0]] = -1; t[1:, 2:] = np.array([[1], [2]])
u = np.zeros((3, 3)); u[np.arange(3), [2, 0, 1]] = 1; u[np.diag_indices(3)] += 5; u[-1] = u[0]
v = np.zeros(5); np.add.at(v, [0, 0, 3], 1); v[[1, 1]] += 1
w = np.where(m > 5, m, -m); y, z = np.where(m > 8); aa = np.argwhere(m > 8); ab = np.nonzero([0, 1, 0, 2])[0]
ac = np.take(m, [0, 5]); ad = np.take(m, [1, 0], axis=1); ae = np.take_along_axis(m, np.argsort(-m, axis=1), axis=1); af = np.choose([0, 1], [[1, 2], [3, 4]])
ag = m[~(m > 3)]; ah = np.compress([True, False, True], m, axis=0); ai = np.extract(m > 9, m); aj = m.flat[5]
ak = np.put_along_axis; al = m[1][2]; am = m[1][1:3]; an = m[:, :1]; ao = m[:, 0]; ap = m[..., None].shape
aq = np.delete(m, 1, axis=0); ar = np.insert([1, 2, 3], 1, 9); at = np.append([1, 2], [[3], [4]]); au = np.append(m, [[0, 0, 0, 0]], axis=0)
mask = np.array([True, False, True]); av = m[mask, 1]; aw = m[:, np.array([True, False, False, True])]; m[mask] = 0
ax = np.unravel_index(5, (2, 3)); ay = np.ravel_multi_index((1, 2), (2, 3)); az = x[:, [0, 2], 1]; ba = x[[0, 1], :, [1, 2]]
print(d, al, ap, ax, ay, aj, v, m, ba.shape, az.shape, sep="\n")
