"""Assignment expressions, chained comparisons, short circuits, annotations, printing."""
from __future__ import annotations
from typing import Callable, Dict, List, Optional, Tuple, Union
import numpy as np

data = [5, 3, 8]
if (n := len(data)) > 2:
    print(n, "items")
while (item := data.pop()) != 5:
    print("popped", item)
print([half for x in range(6) if (half := x / 2) > 1])
Matrix = List[List[float]]
lr: float = 0.1
names: Dict[str, int] = {}
W: np.ndarray = np.zeros((2, 2))
later: int
def step(W: np.ndarray, g: np.ndarray, lr: float = 0.1, hook: Optional[Callable] = None) -> Tuple[np.ndarray, float]:
    new: np.ndarray = W - lr * g
    return new, float(np.abs(new).sum())
W2, size = step(W, np.ones((2, 2)))
print(W2, size, 1 < 2 < 3 != 4, 1 < (x := 5) < 10, x)
print(1, 2, sep="", end="|\n")
print("a", "b", sep="\n")
print(*[1, 2, 3], sep=" < ")
print()
print("no newline", end="")
print("", None, True, 1.0, [1.0, "x"], sep=" / ")
def side(v):
    print("evaluated", v)
    return v
print(side(0) and side(1), side(1) or side(2), not side(""))
x = y = z = 0
x += 1; y -= 1; z = x if y else x + 1
print(x, y, z, x if x > y else y, (1, 2)[x > 0], [0, 1][False])
a = b = []
a += [1]
a = a + [2]
print(a, b, a is b, None is not None, "a" is not None)
del a[0], b
print(a)
big = 1_000_000 + 0xFF
text = ("implicit "
        "joining " + str(big)
        )
print(text, \
      "continued")
if True: print("one line"); print("two")
class Empty: pass
e = Empty(); e.x, e.y = 1, [2]
e.y[0] += 5
print(e.x, e.y, ..., type(...).__name__, __name__ == "__main__")
v = np.array([1, 2, 3])
v[0], v[2] = v[2], v[0]
v[1:] += 10
print(v, v[-1], 2 in v, len(v), v.max() if v.size else None)
global_value = 1
def change():
    global global_value, created
    global_value += 1
    created = np.ones(2) * global_value
change()
print(global_value, created, id(v) == id(v), hash("a") == hash("a"), callable(change))
i = 10
def shadow(i): i += 1; return i
print(shadow(1), i, (lambda i: i * 2)(4), max("a", "b"), max([1, 2], [1, 3]), min((), default="none"))
exec_order = [side(k) for k in {"p": side(1), "q": side(2)}.values()]
assert exec_order == [1, 2] and not (x is None)
print(f"{'yes' if x else 'no'}", "%s" % (1,), bool([]), int(True))
