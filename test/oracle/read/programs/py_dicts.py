"""Dictionaries, in the order in which they are filled."""
from collections import OrderedDict
import numpy as np

d = {"a": 1, "b": 2}
d["c"] = 3
d.update({"a": 10}, e=5)
d.setdefault("f", []).append(1)
d.setdefault("f", []).append(2)
print(d, len(d), "a" in d, d.get("z"), d.get("z", 0), list(d), list(d.values()))
print(d.pop("e"), d.pop("zz", None), d.popitem())
del d["b"]
for key, value in d.items():
    print(key, value, end="; ")
print()
squares = {n: n * n for n in range(5) if n % 2}
swapped = {v: k for k, v in squares.items()}
merged = {**squares, **swapped, 1: "one"}
print(squares, swapped, merged, squares | {7: 49})
print(dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict(zip("ab", [1, 2])), dict.fromkeys(["p", "q"], 0))
print(sorted(d.items(), key=lambda kv: kv[1]), max(squares, key=squares.get), {1: 2} == {1: 2}, {1: 2} != {1: 3})
nested = {"layer1": {"W": np.ones((2, 2)), "b": np.zeros(2)}}
nested["layer1"]["W"] *= 3
W = nested["layer1"]["W"]
print(W.sum(), {(0, 1): "t"}[0, 1], {True: "x"}[1], {1.0: "f"}[1])
params = OrderedDict()
for i in range(2):
    params["W%d" % i] = np.full((i + 1, 2), i)
    params[f"b{i}"] = np.arange(2) * i
shapes = {name: p.shape for name, p in params.items()}
total = sum(p.size for p in params.values())
print(shapes, total, list(params.keys()), list(reversed(list(params))))
words = "to be or not to be".split()
count = {}
for w in words:
    count[w] = count.get(w, 0) + 1
print(count, sorted(count, key=count.get, reverse=True)[:2])
try:
    count["nothing"]
except KeyError as error:
    print("no key", error, error.args)
word_to_id, id_to_word = {}, {}
for word in words:
    if word not in word_to_id:
        new_id = len(word_to_id)
        word_to_id[word], id_to_word[new_id] = new_id, word
corpus = np.array([word_to_id[w] for w in words])
print(corpus, id_to_word[corpus[-1]])
keys = d.keys()
d["late"] = 0
print(list(keys), len(keys), "late" in keys, copy := dict(d), d.clear(), d)
