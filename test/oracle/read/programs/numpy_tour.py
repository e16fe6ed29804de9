import numpy as np
a = np.arange(12).reshape(3, 4)
b = np.linspace(0, 1, 5)
parts = np.split(a, 2, axis=1)
p0, p1 = parts
h1, h2 = np.hsplit(a, [1])
q = np.array_split(np.arange(7), 3)
q0, q1, q2 = q
flipped = np.flip(a, axis=1)
ud = np.flipud(a)
rolled = np.roll(a, 1, axis=0)
rolled_flat = np.roll(np.arange(5), 2)
cs = np.cumsum(a, axis=1)
cs_all = a.cumsum()
cp = np.cumprod([1, 2, 3, 4])
df = np.diff([1, 4, 9, 16])
tri = np.tril(np.ones((3, 3)))
triu = np.triu(a, 1)
dg = np.diag([1, 2, 3])
dd = np.diag(a)
tr = np.trace(np.eye(3) * 2)
mg0, mg1 = np.meshgrid([1, 2, 3], [4, 5])
uq = np.unique([3, 1, 2, 3, 1])
uv, uc = np.unique([3, 1, 3], return_counts=True)
bc = np.bincount([0, 1, 1, 3])
so = np.sort([[3, 1, 2], [9, 7, 8]])
so0 = np.sort([[3, 1, 2], [2, 7, 1]], axis=0)
ag = np.argsort([3, 1, 2])
md = np.median([3, 1, 2, 4])
pc = np.percentile([1, 2, 3, 4, 5], 30)
pt = np.ptp(a)
ou = np.outer([1, 2, 3], [4, 5])
es = np.einsum('ij,jk->ik', a, a.T)
es2 = np.einsum('ij->j', a)
es3 = np.einsum('ii', np.eye(3))
ins = np.isin([1, 2, 3], [2, 3])
ap = np.append([1, 2], [[3, 4]])
sw = np.swapaxes(np.zeros((2, 3, 4)), 0, 2)
mv = np.moveaxis(np.zeros((2, 3, 4)), 0, -1)
bt = np.broadcast_to([1, 2, 3], (2, 3))
rc = np.r_[1:4, 0, 4]
cc = np.c_[np.array([1, 2, 3]), np.array([4, 5, 6])]
ix = a[np.ix_([0, 2], [1, 3])]
ca = np.column_stack(([1, 2], [3, 4]))
ti = np.tile([1, 2], (2, 2))
re = np.repeat([[1, 2]], 2, axis=0)
rr = np.repeat([1, 2], 3)
ed = np.expand_dims([1, 2], 0)
sq = np.squeeze(np.zeros((1, 3, 1)))
st = np.stack([[1, 2], [3, 4]], axis=1)
fl = np.floor([-1.5, 1.5]), np.ceil([-1.5, 1.5]), np.rint([0.5, 1.5, 2.5])
f0, f1, f2 = fl
sg = np.sign([-2., 0., 3.])
md2 = np.mod([-3, 3], 2), np.fmod([-3., 3.], 2)
m0, m1 = md2
nz = np.nonzero([0, 1, 0, 2])[0]
wh = np.where(np.array([[1, 0], [0, 1]]))[1]
aw = np.argwhere(np.array([[1, 0], [0, 1]]))
any0 = np.any(a > 10, axis=0)
all1 = np.all(a >= 0)
cnt = np.count_nonzero(a % 2)
lo = np.logical_and(a > 2, a < 8)
inv = ~(a > 5)
bits = np.array([5, 6]) & 3, np.array([1, 2]) << 2, ~np.array([0, 1])
bb0, bb1, bb2 = bits
acc = np.zeros(3)
np.add.at(acc, [0, 0, 2], 1)
mr = np.maximum.reduce([1, 5, 3])
clip = np.clip(a, 2, 8)
padd = np.pad([1, 2], (1, 2))
full = np.full((2, 2), 7), np.full_like(a, 1.5), np.ones_like(a, dtype=float)
fa, fb, fc = full
ide = np.identity(2), np.eye(2, 3, k=1)
ia, ib = ide
ls = np.linspace(0, 10, 4, endpoint=False)
em = np.array([]), np.zeros((0, 3))
e0, e1 = em
sc = np.float64(3), np.int64(4) / 2, np.float32(0.1)
sa, sb, sd = sc
var = np.var(a), np.std(a, axis=0), np.var(a, ddof=1)
va, vb, vc = var
nrm = np.linalg.norm([[3, 4], [6, 8]], axis=1), np.linalg.norm([3., 4.])
na, nb = nrm
dt = np.linalg.det(np.array([[1., 2.], [3., 4.]]))
iv = np.linalg.inv(np.array([[2., 0.], [0., 4.]]))
sl = np.linalg.solve(np.array([[3., 1.], [1., 2.]]), np.array([9., 8.]))
grid = [idx for idx in np.ndindex(2, 2)]
gr = np.array(grid)
en = np.array([v * i[0] for i, v in np.ndenumerate(np.array([[1, 2], [3, 4]]))])
ur = np.array(np.unravel_index(5, (2, 3)))
print(a, b, uq, sa, e0, f2)
print(np.array([1.5, 2, 1e10]), np.array([[True, False]]), np.array([1e-5, 1]))
print(repr(np.array([1, 2])), np.zeros((2, 2, 2)), np.float64(0.1) + 0.2)
