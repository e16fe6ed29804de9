"""Dataclasses and named tuples."""
from collections import namedtuple
from dataclasses import dataclass, field, asdict, replace
from typing import List, NamedTuple, Optional
import numpy as np

@dataclass
class Point:
    x: float
    y: float = 0.0
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5

p, q = Point(3, 4), Point(x=3, y=4)
print(p, p == q, p is q, p.norm(), Point(1), Point(1) != p)
p.x = 10
print(p, asdict(p), replace(p, y=1))

@dataclass
class Config:
    name: str
    sizes: List[int] = field(default_factory=list)
    rate: float = 0.1
    seed: Optional[int] = None
    total: int = field(init=False, default=0)
    def __post_init__(self):
        self.total = sum(self.sizes)
    @property
    def deep(self): return len(self.sizes) > 2

a = Config("a", [1, 2, 3])
b = Config("b")
b.sizes.append(9)
print(a, b, a.deep, Config("c").sizes, a.total)

@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
versions = [Version(1, 2), Version(0, 9), Version(1, 0)]
print(sorted(versions), max(versions), Version(1) < Version(1, 1), {Version(1): "one"}[Version(1, 0)])
try:
    versions[0].major = 5
except AttributeError as e:
    print("frozen")

@dataclass
class Base:
    W: np.ndarray
@dataclass
class Layer(Base):
    b: np.ndarray
    name: str = "layer"
    def __call__(self, x): return x @ self.W + self.b
layer = Layer(np.eye(2), np.array([1.0, 2.0]))
out = layer(np.array([[1.0, 1.0]]))
print(out, layer.name)

Pair = namedtuple("Pair", ["left", "right"])
n = Pair(1, right=2)
l, r = n
print(n, n.left, n[1], l + r, n._replace(left=5), n._asdict(), Pair._fields, n == (1, 2), len(n), list(n))
Batch = namedtuple("Batch", "x t")
batches = [Batch(np.full((2, 2), i), i) for i in range(3)]
for x, t in batches:
    last = x * t
print(last, sum(b.t for b in batches), isinstance(n, tuple))
class Step(NamedTuple):
    loss: float
    acc: float = 0.0
    def better(self, other): return self.loss < other.loss
s = Step(0.5)
print(s, s.better(Step(1.0)), s.acc, s + (1,))
