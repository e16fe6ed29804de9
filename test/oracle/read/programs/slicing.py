import numpy as np
x = np.arange(24).reshape(2, 3, 4)
a = x[0]
b = x[..., 0]
c = x[:, 1:, ::2]
d = x[1, -1]
e = x[:, np.newaxis, :, 1]
f = x[[1, 0]]
g = x[:, [0, 2], :]
h = x[x % 5 == 0]
i = x[0, [0, 1], [1, 2]]
j = x[:, [0, 1], [1, 2]]
k = x[[0, 1], :, [1, 2]]
l = x[::-1, ::-1]
m = x[0, 0, 0]
n = x[-1][1:][:, -2:]
row = np.array([[1, 2], [3, 4]])
row[0] = 9
row[:, 1] += 10
row[row > 12] = 0
v = np.zeros(5)
v[1:4] = [1, 2, 3]
v[::2] *= 2
w = v[1:]
w[0] = 100
z = np.zeros((3, 3), dtype=int)
z[1] = np.arange(3)
z[:, 0] = 7.9
z[[0, 2], [1, 1]] = 5
idx = np.array([[0, 1], [1, 2]])
pick = np.array([10, 20, 30])[idx]
mask2 = np.array([True, False, True])
rows = z[mask2]
cols = z[:, mask2]
z2 = z.T
z2[0, 2] = -1
fl = z.flatten()
fl[0] = 1000
rv = z.ravel()
rv[1] = 77
s = np.arange(10)[2:8:3]
t = np.arange(10)[-3:]
u = np.arange(10)[8:2:-2]
empty = np.arange(5)[3:1]
taken = np.take([4, 3, 5, 7], [0, 2])
neg = np.arange(5)[[-1, -2]]
print(x[1, 2, 3], z.tolist())
