import numpy as np
import math
xs = [i ** 2 for i in range(6) if i % 2 == 0]
a = np.array(xs)
d = {k: v for k, v in zip('abc', [1, 2, 3])}
b = np.array(list(d.values()))
def f(x, *args, scale=2, **kw):
    total = x
    for v in args:
        total += v
    return total * scale + kw.get('extra', 0)
c = np.array([f(1), f(1, 2, 3), f(1, scale=3), f(1, extra=10)])
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
inc = counter(); inc(); inc()
e = np.array([inc(), len(xs), sum(xs), max(xs), min(3, 2)])
out = []
i = 0
while True:
    i += 1
    if i == 3: continue
    if i > 5: break
    out.append(i)
else:
    out.append(-1)
g = np.array(out)
try:
    np.array([1, 2]) + np.array([1, 2, 3])
    h = np.array([0])
except ValueError as err:
    h = np.array([1])
finally:
    k = np.array([2])
(p, q), *rest = [(1, 2), 3, 4]
m = np.array([p, q] + rest)
n = np.array([x if x > 2 else -x for x in range(5)])
o = np.array([not True and False or True, 1 < 2 < 3, 'a' in 'abc', 2 ** -1, 7 // -2, -7 % 3, round(2.5), round(3.5)], dtype=float)
s = np.array([math.sqrt(2), math.floor(-1.5)])
t = np.array(sorted([3, 1, 2], reverse=True))
u = np.array([len(f'{x:.2f}') for x in (1.0, 10.5)])
v = np.array([a_ * b_ for a_, b_ in [(1, 2), (3, 4)]])
class Base:
    k = 3
    def __init__(self, v): self.v = v
    def get(self): return self.v * self.k
    @property
    def double(self): return self.v * 2
    @staticmethod
    def st(x): return x + 1
class Sub(Base):
    def __init__(self, v):
        super().__init__(v)
        self.w = v + 1
    def get(self): return super().get() + self.w
    def __call__(self, x): return x * self.w
    def __add__(self, o): return self.v + o.v
ob = Sub(2)
w = np.array([ob.get(), ob.double, Sub.st(1), ob(10), ob + Sub(5)])
if __name__ == '__main__':
    z = np.array([1])
print('%d %.2f %s' % (1, 2.345, 'x'), '{:>5}|{:.1e}'.format('ab', 12345.678), f'{3.14159:8.3f}|{42:05d}')
