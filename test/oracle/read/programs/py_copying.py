"""Names, copies and deep copies."""
import copy
from copy import deepcopy
import numpy as np

a = [1, [2, 3]]
b = a
c = copy.copy(a)
d = copy.deepcopy(a)
a[0] = 10
a[1][0] = 20
print(a, b, c, d, b is a, c[1] is a[1], d[1] is a[1])
class Net:
    def __init__(self):
        self.params = {"W": np.ones((2, 2)), "b": np.zeros(2)}
        self.layers = [self.params["W"]]
    def copy(self):
        new = Net()
        new.params = {k: v.copy() for k, v in self.params.items()}
        return new
net = Net()
shallow, deep, own = copy.copy(net), deepcopy(net), net.copy()
net.params["W"] *= 5
net.params["b"] += 1
net_W, shallow_W, deep_W, own_W = net.params["W"], shallow.params["W"], deep.params["W"], own.params["W"]
print(net_W[0, 0], shallow_W[0, 0], deep_W[0, 0], own_W[0, 0], net.layers[0] is net_W, deep.layers[0] is deep_W)
x = np.arange(4)
view, copied, same = x[1:3], x[1:3].copy(), x
x[1] = 100
print(view, copied, same is x)
y = x
y = y + 1
z = x
z += 1
print(x, y, z is x)
reshaped, raveled, flattened = x.reshape(2, 2), x.ravel(), x.flatten()
x[0] = -1
print(reshaped, raveled, flattened, x.T is x)
def change(v): v[0] = 0; v = v * 2; return v
before = np.array([5.0, 6.0])
after = change(before)
print(before, after)
fancy, masked = x[[0, 1]], x[x > 0]
fancy[0] = 77
masked[:] = 0
print(x)
rows = [np.zeros(2)] * 2
rows[0][0] = 1
grid = np.zeros((2, 2))
row = grid[0]
row += 3
grid[:, 1][1] = 9
print(rows, grid, row)
best = None
w = np.array([1.0])
for i in range(3):
    w *= 2
    if i == 1: best = w.copy()
tuple_copy = copy.copy((1, 2))
s = {1, 2}; t = s.copy(); t.add(3)
print(best, w, tuple_copy, s, sorted(t), a[:] == a, dict(net.params).keys() == net.params.keys())
