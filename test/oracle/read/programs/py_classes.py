"""Classes with inheritance and special methods."""
import numpy as np

class Shape:
    count = 0
    def __init__(self, name):
        self.name = name
        Shape.count += 1
    def area(self):
        raise NotImplementedError
    def describe(self):
        return f"{self.name}: {self.area():.2f}"
    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"
    def __lt__(self, other):
        return self.area() < other.area()

class Rectangle(Shape):
    def __init__(self, w, h):
        super().__init__("rectangle")
        self.w, self.h = w, h
    def area(self):
        return self.w * self.h
    def __eq__(self, other):
        return isinstance(other, Rectangle) and (self.w, self.h) == (other.w, other.h)
    def __hash__(self):
        return hash((self.w, self.h))

class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)
        self.name = "square"

class Circle(Shape):
    pi = 3.14159
    def __init__(self, r):
        Shape.__init__(self, "circle")
        self.r = r
    def area(self):
        return self.pi * self.r ** 2

shapes = [Circle(2), Rectangle(2, 3), Square(2)]
print([s.describe() for s in shapes], Shape.count, sorted(shapes), min(shapes))
print(Rectangle(2, 2) == Square(2), Rectangle(1, 2) != Rectangle(2, 1), Square(1) in [Rectangle(1, 1)], len({Square(3), Square(3)}))
print(isinstance(shapes[2], Shape), issubclass(Square, Rectangle), issubclass(Circle, (int, Shape)), type(shapes[2]) is Rectangle, Square.__name__)
print(hasattr(shapes[0], "r"), getattr(shapes[1], "r", None), shapes[0].__class__.__name__, Square.__mro__[1].__name__)
setattr(shapes[0], "r", 1)
print(shapes[0].area(), vars(shapes[1]), shapes[2].__dict__["w"])
try:
    Shape("x").area()
except NotImplementedError as e:
    print("abstract", repr(e))

class Vector:
    def __init__(self, *values):
        self.values = list(values)
    def __add__(self, other):
        other = other if isinstance(other, Vector) else Vector(*[other] * len(self))
        return Vector(*[a + b for a, b in zip(self.values, other.values)])
    __radd__ = __add__
    def __mul__(self, k):
        return Vector(*[a * k for a in self.values])
    def __rmul__(self, k):
        return self * k
    def __sub__(self, other): return self + -other
    def __neg__(self): return Vector(*[-a for a in self.values])
    def __matmul__(self, other): return sum(a * b for a, b in zip(self.values, other.values))
    def __iadd__(self, other):
        self.values = [a + other for a in self.values]
        return self
    def __len__(self): return len(self.values)
    def __getitem__(self, i): return self.values[i]
    def __setitem__(self, i, v): self.values[i] = v
    def __delitem__(self, i): del self.values[i]
    def __contains__(self, v): return v in self.values
    def __iter__(self): return iter(self.values)
    def __bool__(self): return any(self.values)
    def __str__(self): return "<" + " ".join(map(str, self.values)) + ">"
    def __call__(self, i): return self.values[i] ** 2
    def __abs__(self): return (self @ self) ** 0.5
    def __float__(self): return float(abs(self))
    def __eq__(self, other): return self.values == other.values

v, w = Vector(1, 2, 2), Vector(4, 5, 6)
print(v + w, v + 1, 1 + v, v * 2, 2 * v, w - v, -v, v @ w, len(v), v[1], v[1:], 2 in v, 9 in v)
v[0] = 10
v += 1
del w[0]
print(v, list(v), w, bool(Vector(0, 0)), v(1), abs(Vector(3, 4)), float(Vector(3, 4)), max(v), sum(v), v == Vector(11, 3, 3))
first, *rest = v
array = np.array(list(v)) * 2
print(first, rest, array, [*v], sorted(v), "%s %s" % (v, w), f"{v}")
