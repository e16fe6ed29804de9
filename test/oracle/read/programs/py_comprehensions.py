"""Comprehensions of every kind."""
import numpy as np

print([x * x for x in range(6) if x % 2 == 0], [x if x % 2 else -x for x in range(5)])
print([(i, j) for i in range(3) for j in range(i)], [[i * j for j in range(3)] for i in range(2)])
print({x % 3 for x in range(10)} == {0, 1, 2}, {k: len(k) for k in ["a", "bb"]}, sum(x for x in range(101)))
print([x for x in range(50) if x % 2 if x % 3 if x % 5], [y for x in [[1, 2], [3]] for y in x])
matrix = np.array([[i + 10 * j for i in range(4)] for j in range(3)])
filters = [lambda x, k=k: x + k for k in range(3)]
late = [lambda x: x + k for k in range(3)]
print([f(10) for f in filters], [f(10) for f in late])
x = "outer"
inner = [x for x in range(3)]
print(x, inner, matrix.tolist())
primes = [n for n in range(2, 40) if all(n % d for d in range(2, int(n ** 0.5) + 1))]
print(primes, any(p > 36 for p in primes))
names = ["ann", "bob"]
print({n: [c.upper() for c in n] for n in names}, list(enumerate(n.title() for n in names)))
total = sum(a * b for a, b in zip([1, 2, 3], [4, 5, 6]))
norm = max(abs(v) for v in (-3, 2))
print(total, norm, sorted((w for w in "b a c".split()), reverse=True), "".join(c for c in "h3ll0" if c.isalpha()))
mean_of = {label: np.mean([v for v, l in zip([1.0, 2.0, 3.0, 4.0], "abab") if l == label]) for label in "ab"}
print(mean_of, [y := 5, y * 2], [last := i for i in range(3)], last)
batches = [matrix[i:i + 2] for i in range(0, len(matrix), 2)]
print([b.shape for b in batches], np.array([b.sum() for b in batches]))
generator = (n * n for n in range(4))
print(next(generator), next(generator), list(generator), list(generator))
pairs = [(a, b) for a in range(1, 8) for b in range(a, 8) if (c := (a * a + b * b) ** 0.5) == int(c)]
print(pairs, [[row[i] for row in [[1, 2], [3, 4]]] for i in range(2)])
