"""Iterators of one's own, and the functions that use them."""
import numpy as np

class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
print(list(Countdown(3)), sum(Countdown(4)), [x for x in Countdown(2)], max(Countdown(5)))
c = Countdown(3)
print(next(c), list(c), list(c), next(c, "empty"))

class DataLoader:
    def __init__(self, x, t, batch_size, shuffle=True, seed=0):
        self.x, self.t, self.batch_size, self.shuffle = x, t, batch_size, shuffle
        self.max_iter = -(-len(x) // batch_size)
        self.rng = np.random.RandomState(seed)
        self.reset()
    def reset(self):
        self.iteration = 0
        self.index = self.rng.permutation(len(self.x)) if self.shuffle else np.arange(len(self.x))
    def __iter__(self): return self
    def __len__(self): return self.max_iter
    def __next__(self):
        if self.iteration >= self.max_iter:
            self.reset()
            raise StopIteration
        i, size = self.iteration, self.batch_size
        batch_index = self.index[i * size:(i + 1) * size]
        self.iteration += 1
        return self.x[batch_index], self.t[batch_index]
x, t = np.arange(14).reshape(7, 2) / 2, np.arange(7) % 3
loader = DataLoader(x, t, 3)
for epoch in range(2):
    for i, (bx, bt) in enumerate(loader):
        print(epoch, i, bx.sum(), bt)
print(len(loader))

class Dataset:
    def __init__(self, n): self.data = np.arange(n) ** 2
    def __getitem__(self, i):
        if isinstance(i, slice): return self.data[i]
        if i >= len(self.data): raise IndexError(i)
        return self.data[i]
    def __len__(self): return len(self.data)
d = Dataset(4)
print([int(v) for v in d], d[1:3], len(d), list(zip(d, "ab")), list(reversed([1, 2])), sorted(d, reverse=True))
a, b, *rest = d
first = next(iter(d))
print(a, b, rest, first, 4 in d, list(enumerate(d))[2], list(map(lambda v: v + 1, d)))
class Tree:
    def __init__(self, v, left=None, right=None): self.v, self.left, self.right = v, left, right
    def __iter__(self):
        if self.left: yield from self.left
        yield self.v
        if self.right: yield from self.right
tree = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))
print(list(tree), 3 in tree, sum(tree))
it = iter([1, 2, 3, 4])
pairs = list(zip(it, it))
print(pairs, list(iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)))
values = np.array([v for v in tree])
for row in np.eye(2):
    last_row = row
for i, j in np.ndindex(2, 2):
    values[i] += j
print(values, last_row)
