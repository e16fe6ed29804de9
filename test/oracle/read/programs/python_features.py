import math
import numpy as np
from collections import OrderedDict, defaultdict, namedtuple, Counter
from functools import reduce, partial
from itertools import product, chain, combinations


def gen(n):
    i = 0
    while i < n:
        yield i * i
        i += 1


squares = np.array(list(gen(5)))
Point = namedtuple('Point', ['x', 'y'])
p = Point(1, y=2)
q = np.array([p.x, p.y, p[0]])
d = defaultdict(list)
for k, v in [('a', 1), ('b', 2), ('a', 3)]:
    d[k].append(v)
grouped = np.array([sum(d['a']), sum(d['b'])])
counts = Counter('hello')
total = reduce(lambda a, b: a * b, [1, 2, 3, 4])
double = partial(np.multiply, 2)
doubled = double(squares)
pairs = np.array(list(product([1, 2], [3, 4])))
flat = np.array(list(chain([1, 2], [3])))
combos = np.array(list(combinations(range(4), 2)))
first, *middle, last = [1, 2, 3, 4, 5]
mid = np.array(middle)
nested = np.array([[i * j for j in range(4) if j % 2] for i in range(3)])
walrus = np.array([y for x in range(5) if (y := x ** 2) > 3])
try:
    np.zeros((2, 3)) @ np.zeros((2, 3))
except ValueError as e:
    caught = np.ones(2)
finally:
    done = np.array([1.5])
try:
    int('x')
except (TypeError, ValueError):
    caught2 = np.array([2])
else:
    caught2 = np.array([3])
text = f"{math.pi:.3f} {total:5d} {'x':>4} {1e6:,.1f} {squares.sum()!r} {p.x=}"
print(text, counts['l'], total)
print("%d items, %.2f, %s" % (3, 2.5, 'ok'), '{:>8.3f}|{name}'.format(1.5, name='n'))
a = b = np.zeros(2)
b += 1
m = {**{'a': 1}, 'b': 2}
z = [*range(3), *'ab']
ternary = np.array([1 if v > 2 else 0 for v in range(4)])
chained = np.array([1 < x <= 3 for x in range(5)])
s = set([1, 2, 2, 3]) | {4}
order = np.array(sorted(s, reverse=True))
mn, mx = min([3, 1, 2]), max(3, 7)
st = 'a-b-c'.split('-')
zipped = np.array([list(t) for t in zip([1, 2], [3, 4])])
enum = np.array([[i, v] for i, v in enumerate([5, 6], start=1)])
anyall = np.array([any(v > 2 for v in [1, 3]), all(v > 2 for v in [1, 3])])
del z[0]
print(z, st, mn, mx, m, isinstance(squares, np.ndarray), isinstance(3, (int, float)))
x = 5
x //= 2
y = -7 // 2, -7 % 3, 7.5 % -2, 2 ** 10, 2 ** -1, 10 / 4
ys = np.array(y)
print(y, round(2.5), round(3.14159, 2), abs(-3), divmod(7, 2), int(3.9), float('1e3'))
