"""Generators: lazy, endless, nested."""
import itertools
import numpy as np

def count_up(limit):
    print("start")
    for i in range(limit):
        print("give", i)
        yield i
    print("end")

for v in count_up(2):
    print("got", v)
g = count_up(3)
print(next(g), next(g))

def naturals(start=0):
    n = start
    while True:
        yield n
        n += 1

for n, letter in zip(naturals(1), "abc"):
    print(n, letter)
print(list(itertools.islice(naturals(), 2, 12, 3)), [x for _, x in zip(range(3), naturals(10))])
evens = (n for n in naturals() if n % 2 == 0)
print(next(evens), next(evens), [next(evens) for _ in range(3)])

def take(n, iterable):
    for _, item in zip(range(n), iterable):
        yield item

def primes():
    found = []
    for n in naturals(2):
        if all(n % p for p in found):
            found.append(n)
            yield n
print(list(take(10, primes())))

def flatten(tree):
    for node in tree:
        if isinstance(node, list):
            yield from flatten(node)
        else:
            yield node
print(list(flatten([1, [2, [3, [4]], 5]])), sum(flatten([[1], [2]])))

def batches(x, t, size):
    order = np.random.permutation(len(x))
    for i in range(0, len(x), size):
        chosen = order[i:i + size]
        yield x[chosen], t[chosen]

np.random.seed(1)
x, t = np.arange(10).reshape(5, 2), np.arange(5)
for epoch in range(2):
    for xb, tb in batches(x, t, 2):
        print(epoch, xb.tolist(), tb)

def averager():
    total, count, mean = 0.0, 0, None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count
avg = averager()
next(avg)
print(avg.send(10), avg.send(20), avg.send(60))

def with_return():
    got = yield 1
    print("resumed", got)
    return "finished"
def outer():
    result = yield from with_return()
    print(result)
    yield 2
print(list(outer()))
w = with_return()
next(w)
try:
    next(w)
except StopIteration as stop:
    print("stopped", stop.value)
def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
for v in cleanup():
    break_at = v
print(break_at, next(iter([]), "default"), max(x for x in take(4, naturals())))
def window(seq, n):
    for i in range(len(seq) - n + 1):
        yield seq[i:i + n]
windows = np.array(list(window([1, 2, 3, 4, 5], 3)))
print(windows.sum(axis=1), tuple(x * 2 for x in range(3)))
