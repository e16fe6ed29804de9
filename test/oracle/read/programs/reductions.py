import numpy as np
x = np.arange(60).reshape(3, 4, 5) * 0.1
s = np.sum(x); s0 = np.sum(x, axis=0); s1 = x.sum(axis=1); s2 = x.sum(axis=-1, keepdims=True); s01 = x.sum(axis=(0, 1))
m = x.mean(); m0 = np.mean(x, axis=0); mx = x.max(axis=1); mn = x.min(); am = x.argmax(axis=2); a1 = np.argmin(x)
sd = x.std(axis=0); vr = np.var(x[0]); pr = np.prod(np.array([1.5, 2.0, 3.0]))
i = np.array([[1, 2], [3, 4]]); isum = i.sum(axis=0); imean = i.mean(axis=1); bsum = (i > 1).sum()
any_ = np.any(i > 3); all_ = (i > 0).all(axis=1)
long = np.arange(1000) / 7.0; ls = long.sum(); lt = (np.arange(600).reshape(20, 30) / 3.0).T.sum(axis=0)
col = (np.arange(300).reshape(300, 1) / 7.0).sum(axis=0)
tr = np.sum(x.T, axis=0)
