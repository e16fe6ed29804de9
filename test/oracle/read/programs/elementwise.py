import numpy as np
x = np.array([[1.0, -2.0, 3.0], [0.5, 0.25, -0.125]])
y = np.array([2.0, 4.0, -8.0])
i = np.array([7, -7, 3]); j = np.array([2, 2, -2])
add = x + y; sub = x - 1; mul = x * y; div = x / y; rdiv = 1 / y
pw = x ** 2; ipow = i ** 2; neg = -x; absx = np.abs(x); fl = i // j; md = i % j
idiv = i / j
cmp = x > 0; eq = i == j; both = (x > 0) & (x < 2); inv = ~(x > 0)
mx = np.maximum(x, 0); mn = np.minimum(x, y); sg = np.sign(x); sq = np.sqrt(np.abs(x))
wh = np.where(x > 0, x, 0.0); cl = np.clip(x, -1, 1)
rec = np.square(x) + np.reciprocal(y)
col = np.array([[1.0], [2.0]]); outer = col + y; outer2 = col * x
big = np.array([1e308]) * 10; nanv = np.array([0.0]) / np.array([0.0])
nz = np.array([0.0]) * -1; bb = np.array([True, False]) + np.array([True, True])
