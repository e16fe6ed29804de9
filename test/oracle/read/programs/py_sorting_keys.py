"""Sorting by keys of every kind, min and max, grouping."""
from itertools import groupby
from operator import attrgetter, itemgetter
import numpy as np
class Student:
    def __init__(self, name, grade, age): self.name, self.grade, self.age = name, grade, age
    def __repr__(self): return f"{self.name}({self.grade},{self.age})"
students = [Student("Ann", "B", 12), Student("Bob", "A", 15), Student("Cid", "B", 10), Student("Dee", "A", 15)]
print(sorted(students, key=lambda s: s.age), sorted(students, key=attrgetter("grade", "age"), reverse=True), max(students, key=lambda s: (s.age, s.name)))
rows = [("x", 3, 0.5), ("y", 1, 0.7), ("x", 2, 0.1)]
print(sorted(rows, key=itemgetter(0, 1)), sorted(rows, key=lambda r: -r[2])[0], min(rows, key=itemgetter(1)))
print({k: [r[1] for r in g] for k, g in groupby(sorted(rows), key=itemgetter(0))})
words = "Banana apple Cherry date".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=lambda w: (len(w), w)), sorted(words, key=len, reverse=True))
print(sorted([True, 0, 2, -1, 0.5]), sorted("hello"), sorted({3: "c", 1: "a"}), sorted([[2, 1], [1, 9], [1]]), sorted([(1, "b"), (1, "a")]))
print(max("apple", "fig", key=len), min([3, -7, 5], key=abs), max({"a": 3, "b": 9}.items(), key=lambda kv: kv[1]), sum(sorted(range(10))[-3:]), max([], default=0), max(-1, -5))
try:
    sorted([1, "a"])
except TypeError:
    print("cannot be compared")
losses = {"sgd": 0.9, "adam": 0.3, "rms": 0.5}
ranking = sorted(losses, key=losses.get)
order = np.array([list(losses).index(name) for name in ranking])
values = np.array(sorted(losses.values(), reverse=True))
data = np.array([[3, 1], [1, 2], [2, 0]])
by_first = np.array(sorted(data.tolist()))
by_second = data[data[:, 1].argsort()]
print(ranking, order, values, by_first, by_second, list(reversed(ranking)), sep="\n")
numbers = [5, 3, 8]
numbers.sort(reverse=True)
print(numbers, list(map(lambda p: p[0], sorted(enumerate(numbers), key=lambda p: p[1]))), all(a >= b for a, b in zip(numbers, numbers[1:])))
