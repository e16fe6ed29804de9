"""Lists: building, slicing, changing, sorting."""
import numpy as np

a = [3, 1, 2]
b = a
c = a[:]
a.append(5)
a.extend([7, 8])
a.insert(1, 10)
print(a, b is a, c, len(a), a.index(2), a.count(1))
print(a.pop(), a.pop(0), a)
a.remove(10)
a.sort()
print(a, a[::-1], sorted(a, reverse=True), list(reversed(a)))
a.reverse()
a += [0]
a *= 2
print(a, a[1:4], a[-3:], a[::3], a[5:2:-1])
a[1:3] = [100, 200, 300]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
del a[0]
del a[1:3]
print(a, 300 in a, 5 not in a)
matrix = [[1, 2, 3], [4, 5, 6]]
transposed = [list(row) for row in zip(*matrix)]
flat = [x for row in matrix for x in row]
print(transposed, flat, [[0] * 2 for _ in range(2)], matrix[1][2])
shared = [[0] * 2] * 2
shared[0][0] = 1
print(shared, [1, 2] + [3], [1, 2] < [1, 3], [1, 2] == [1, 2], [] == False)
people = [("Ann", 31), ("Bob", 25), ("Cid", 31)]
people.sort(key=lambda p: (-p[1], p[0]))
print(people, min(people, key=lambda p: p[1]), sorted("bca", reverse=True))
first, *rest = a
*init, last = flat
x, (y, z), *w = 1, (2, 3), 4, 5
print(first, rest, init, last, x, y, z, w)
m = np.array(matrix)
t = np.array(transposed)
print((m.T == t).all(), any(v > 5 for v in flat), all(v > 0 for v in flat), sum(flat), max(flat))
stack, queue = [], []
for i in range(4):
    stack.append(i)
    queue.insert(0, i)
print([stack.pop() for _ in range(4)], [queue.pop() for _ in range(4)], stack)
copied = a.copy()
copied.clear()
print(copied, bool(copied), [None] * 2, list(range(10, 0, -3)), list("ab") * 2)
enumerated = [(i, v) for i, v in enumerate("ab", start=1)]
print(enumerated, list(zip([1, 2, 3], "ab")), dict(enumerate("xy")))
