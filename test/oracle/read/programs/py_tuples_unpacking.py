"""Tuples, packing and unpacking."""
import numpy as np

t = 1, 2, 3
one = (4,)
empty = ()
print(t, one, empty, t + one, t * 2, t[1:], t[-1], len(t), 2 in t, t.index(3), t.count(1))
a, b = b, a = 1, 2
print(a, b)
a, b = b, a
(x, y), z = (1, 2), 3
[p, q] = "pq"
print(a, b, x, y, z, p, q)
head, *middle, tail = range(6)
first, (second, *others), last = 1, (2, 3, 4), 5
*all_but, = "xyz"
print(head, middle, tail, first, second, others, last, all_but)
for i, (name, (u, v)) in enumerate([("a", (1, 2)), ("b", (3, 4))]):
    print(i, name, u * v)
def minmax(values):
    return min(values), max(values)
low, high = minmax([3, 1, 2])
print(low, high, minmax("hello"), (1, 2) < (1, 3), (1, 2) == (1, 2), (1,) < (1, 0))
rows, columns = np.arange(6).reshape(2, 3)
(m, n), = [np.zeros((4, 7)).shape]
X, Y = np.ones((2, 2)), np.zeros(3)
A = B = np.zeros(2)
A[0] = 1
print(rows, columns, m, n, A, B, A is B)
pairs = [(1, "a"), (2, "b")]
numbers, letters = zip(*pairs)
print(numbers, letters, [*numbers, *letters], (*"ab", 3), {**{"k": 1}})
def f(*args, **kwargs):
    return args, kwargs
print(f(*[1, 2], *(3,), **{"a": 1}, b=2), f(*"ab"), f())
_, *r = (1,)
print(r, tuple([1, 2]), tuple(i * i for i in range(3)), sum(((1, 2), (3,)), ()))
x = [0, 1, 2]
i, x[i] = 2, 9
print(i, x)
chained = c1 = c2 = [1]
c1.append(2)
print(chained, c2, (lambda *v: v)(*range(3)))
