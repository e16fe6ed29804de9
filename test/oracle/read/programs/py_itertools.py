"""itertools and functools."""
import functools
import itertools
from functools import partial, reduce
from itertools import chain, combinations, count, cycle, product
import operator
import numpy as np

print(list(chain([1], (2, 3), "a")), list(chain.from_iterable([[1], [2, 3]])), list(itertools.repeat(7, 3)))
print(list(combinations([1, 2, 3], 2)), list(itertools.permutations("abc", 2)), list(itertools.combinations_with_replacement("ab", 2)))
print(list(product([0, 1], "xy")), len(list(product(range(3), repeat=3))))
print(list(itertools.islice(count(10, 5), 4)), [c for c, _ in zip(cycle("ab"), range(5))], next(count()))
print(list(itertools.accumulate([1, 2, 3, 4])), list(itertools.accumulate([3, 1, 4], max)), list(itertools.accumulate([1, 2, 3], lambda a, b: a * b, initial=10)))
print(list(itertools.takewhile(lambda x: x < 3, count())), list(itertools.dropwhile(lambda x: x < 3, range(6))), list(itertools.filterfalse(lambda x: x % 2, range(6))))
for key, group in itertools.groupby([1, 1, 2, 3, 3, 3]):
    print(key, len(list(group)), end="; ")
print({k: [w for w in g] for k, g in itertools.groupby(sorted(["bb", "a", "cc", "d"], key=len), key=len)})
print(list(itertools.starmap(pow, [(2, 3), (3, 2)])), list(itertools.zip_longest("abc", [1], fillvalue="-")), list(itertools.compress("abcd", [1, 0, 1, 0])))
a, b = itertools.tee([1, 2, 3])
print(list(a), list(b), list(itertools.pairwise([1, 2, 3])))
print(reduce(lambda x, y: x * y, [1, 2, 3, 4]), reduce(operator.add, [[1], [2]], []), functools.reduce(np.dot, [np.eye(2), np.ones((2, 2)), np.array([1.0, 2.0])]))
double = partial(operator.mul, 2)
power = partial(pow, exp=3) if False else partial(lambda base, exp: base ** exp, exp=3)
print(double(21), power(2), double.args, operator.itemgetter(1)([5, 6]), operator.attrgetter("shape")(np.zeros(3)), sorted([(2, "b"), (1, "z")], key=operator.itemgetter(1)))
grid = np.array(list(product([0.1, 0.01], [1, 2])))
best = min(product([0.1, 0.01], [1, 2]), key=lambda p: abs(p[0] * p[1] - 0.02))
print(grid, best, sorted([3, 1, 2], key=functools.cmp_to_key(lambda x, y: y - x)))
squares = map(lambda v: v * v, count(1))
print(next(squares), next(squares), list(filter(None, [0, 1, "", "a"])), list(map(str, [1, 2])))
@functools.total_ordering
class Card:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(Card(1) <= Card(2), Card(3) >= Card(4), Card(2) > Card(1))
total = sum(map(operator.mul, [1, 2, 3], [4, 5, 6]))
weights = np.array(list(itertools.accumulate([0.1, 0.2, 0.7])))
print(total, weights)
