"""Special methods that are seldom written: formats, sizes, context, calls, copies, comparisons."""
import copy
import numpy as np
class Money:
    def __init__(self, amount, currency="EUR"): self.amount, self.currency = amount, currency
    def __format__(self, spec): return format(self.amount, spec or ".2f") + " " + self.currency
    def __str__(self): return f"{self:.2f}"
    def __repr__(self): return f"Money({self.amount!r})"
    def __bool__(self): return self.amount != 0
    def __hash__(self): return hash((self.amount, self.currency))
    def __eq__(self, other): return NotImplemented if not isinstance(other, Money) else self.amount == other.amount
    def __add__(self, other):
        if isinstance(other, (int, float)): return Money(self.amount + other)
        if not isinstance(other, Money): return NotImplemented
        return Money(self.amount + other.amount)
    def __radd__(self, other): return self if other == 0 else self + other
    def __floordiv__(self, n): return Money(self.amount // n)
    def __mod__(self, n): return Money(self.amount % n)
    def __divmod__(self, n): return self // n, self % n
    def __round__(self, n=0): return Money(round(self.amount, n))
    def __int__(self): return int(self.amount)
    def __neg__(self): return Money(-self.amount)
    def __invert__(self): return "inverted"
    def __le__(self, other): return self.amount <= other.amount
    def __ge__(self, other): return self.amount >= other.amount
wallet = [Money(1.5), Money(2.25), Money(0)]
print(f"{wallet[0]} {wallet[1]:.1f} {sum(wallet)!r}", [bool(m) for m in wallet], Money(1) == Money(1), Money(1) == 1, Money(1) != Money(2), len({Money(1), Money(1)}))
print(Money(7.5) // 2, Money(7.5) % 2, round(Money(2.345), 2), int(Money(3.9)), -Money(1), ~Money(1), Money(1) <= Money(2), Money(3) >= Money(4), {Money(5): "five"}[Money(5)])
try:
    Money(1) + "x"
except TypeError as e:
    print("TypeError")
class Poly:
    def __init__(self, *c): self.c = np.array(c, dtype=float)
    def __call__(self, x): return sum(a * x ** i for i, a in enumerate(self.c))
    def __mul__(self, other): return Poly(*np.convolve(self.c, other.c))
    def __pow__(self, n): return self if n == 1 else self * self ** (n - 1)
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i]
    def __reversed__(self): return iter(self.c[::-1])
    def __copy__(self): return Poly(*self.c)
    def derive(self): return Poly(*(self.c * np.arange(len(self.c)))[1:])
p = Poly(1, 2)
q = p ** 3
values, slope, clone = q(np.array([0.0, 1.0, 2.0])), q.derive().c, copy.copy(q)
clone.c[0] = 99
coefficients = q.c
print(values, slope, coefficients, list(reversed(p)), len(q), p[1], max(q), clone[0])
class Tracked(list):
    log = []
    def append(self, x): self.log.append(x); super().append(x)
    def __setitem__(self, i, v): self.log.append((i, v)); super().__setitem__(i, v)
t = Tracked([1])
t.append(2)
t[0] = 5
print(t, Tracked.log, t == [5, 2], t + [1], t[::-1], isinstance(t, list))
class Attr:
    def __init__(self): object.__setattr__(self, "store", {})
    def __setattr__(self, k, v): self.store[k] = v * 2
    def __getattr__(self, k):
        try: return self.store[k]
        except KeyError: raise AttributeError(k) from None
    def __delattr__(self, k): del self.store[k]
a = Attr()
a.x = 4
print(a.x, hasattr(a, "y"), getattr(a, "z", None))
class Vec(np.ndarray if False else object):
    def __init__(self, v): self.v = np.asarray(v, float)
    def __matmul__(self, o): return self.v @ o.v
    def __rmatmul__(self, o): return np.asarray(o) @ self.v
    def __imul__(self, k): self.v = self.v * k; return self
w = Vec([1, 2])
w *= 3
doubled = w.v
dot = w @ Vec([1, 1])
print(doubled, dot, [[1, 0], [0, 2]] @ w)
