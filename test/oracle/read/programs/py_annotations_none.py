"""None as a value everywhere: defaults, keys, returns, comparisons."""
from typing import Any, Optional
import numpy as np
def find(items: list, key: Optional[str] = None, default: Any = "nothing") -> Any:
    for k, v in items:
        if k == key: return v
    return default
pairs = [("a", 1), (None, 2), ("b", None)]
print(find(pairs), find(pairs, "b"), find(pairs, "z"), find(pairs, "z", default=None), find(pairs, key=None))
d = {None: "none", "x": None}
print(d.get("x", "fallback"), d.get("y"), d.get("y", "fallback"), d[None], d.pop("x", "gone"), d.setdefault("w", None), d.setdefault("w", 5), None in d)
def nothing(): return
def configure(lr=0.1, bias=True, init=None):
    return lr, bias, init
print(configure(lr=None), configure(None, None), nothing(), [nothing() for _ in range(2)], None or "or", None and 1, not None, None == False, None is None)
first, *rest = [None, None, 1]
best = None
for v in (3, 7, 5):
    if best is None or v > best: best = v
layers = [None] * 3
layers[1] = np.ones(2)
filled = [np.zeros(1) if l is None else l for l in layers]
sizes = np.array([len(l) for l in filled])
class Lazy:
    def __init__(self, value=None): self.value = value
    def get(self):
        if self.value is None: self.value = np.arange(3)
        return self.value
lazy = Lazy()
got = lazy.get()
same = lazy.get() is got
x = np.array([1.0, 2.0])[None]
mean = x.mean(axis=None)
print(first, rest, best, sizes, same, x.shape, mean, str(None), repr([None]), f"{None}", max([1, None, 3], key=lambda v: v or 0), list(filter(None, [0, None, "a"])), sorted([3, None, 1], key=lambda v: (v is None, v or 0)))
print(dict.fromkeys("ab"), isinstance(None, type(None)), {"k": None} == {"k": None}, (None, 1) == (None, 1), next(iter([]), None), getattr(lazy, "missing", None))
