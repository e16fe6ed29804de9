"""Sets, their algebra and their order-free use."""
a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), a & b, a - b, sorted(a ^ b), a == {3, 2, 1}, 2 in a)
a.add(5)
a.discard(9)
a.remove(1)
a.update([7, 8])
print(sorted(a), len(a), sorted(a.union([100], [200])), a.intersection({5, 7, 70}) == {5, 7}, sorted(a.difference({2})))
print({1, 2} <= {1, 2, 3}, {1, 2}.issubset([1, 2]), {1, 2, 3} > {1}, {1}.isdisjoint({2}), {1, 2, 3}.issuperset({3}))
print(set(), sorted({c for c in "hello"}), frozenset([1, 2]) == {1, 2}, len({1, 1.0, True}), sorted(a.symmetric_difference({2, 99})))
try:
    a.remove(1000)
except KeyError as e:
    print("KeyError", e)
s = set("abc")
s |= {"d"}
s -= {"a"}
s &= {"b", "d", "x"}
print(sorted(s), {(1, 2): "pair"}[(1, 2)], {frozenset({1}): "f"}[frozenset([1])])
seen, unique = set(), []
for x in [3, 1, 3, 2, 1]:
    if x not in seen:
        seen.add(x)
        unique.append(x)
print(unique, sorted(seen), max(seen), sum(seen), bool(set()))
popped = {42}.pop()
print(popped, {1, 2, 3} == {1, 2}, sorted(set([3, 1]).copy()), {0, 1, 2, 3})
vocabulary = sorted(set("the cat sat on the mat".split()))
index = {w: i for i, w in enumerate(vocabulary)}
print(vocabulary, index["mat"])
