"""Properties, class and static methods, attributes by name."""
import numpy as np

class Layer:
    instances = []
    default_scale = 0.5

    def __init__(self, n_in, n_out):
        self._W = np.full((n_in, n_out), self.default_scale)
        self._frozen = False
        Layer.instances.append(self)

    @property
    def W(self):
        return self._W

    @W.setter
    def W(self, value):
        value = np.asarray(value, dtype=float)
        if value.shape != self._W.shape:
            raise ValueError(f"shape {value.shape} is not {self._W.shape}")
        self._W = value

    @W.deleter
    def W(self):
        self._W = np.zeros_like(self._W)

    @property
    def size(self):
        """How many weights."""
        return self._W.size

    @classmethod
    def square(cls, n):
        return cls(n, n)

    @classmethod
    def count(cls):
        return len(cls.instances)

    @staticmethod
    def relu(x):
        return np.maximum(0, x)

class Half(Layer):
    default_scale = 0.25
    @property
    def size(self):
        return super().size // 2

a, b = Layer(2, 3), Half.square(2)
print(a.W, a.size, b.size, type(b).__name__, Layer.count(), b.count())
a.W = [[1, -2, 3], [4, 5, -6]]
before = a.W
y = Layer.relu(a.W)
z = a.relu(-a.W)
print(y, z)
try:
    a.W = np.zeros((3, 3))
except ValueError as e:
    print("ValueError:", e)
try:
    a.size = 3
except AttributeError:
    print("size cannot be set")
del a.W
print(a.W, before)
a.W += 1
after = a.W
print(after, hasattr(a, "W"), hasattr(a, "V"), getattr(a, "size"), getattr(a, "none", "default"))

class Dynamic:
    def __init__(self): self.data = {"x": 1}
    def __getattr__(self, name):
        if name in self.data: return self.data[name]
        raise AttributeError(name)
d = Dynamic()
d.y = 5
print(d.x, d.y, getattr(d, "z", None), hasattr(d, "q"))

class Temperature:
    def __init__(self, celsius=0): self.celsius = celsius
    fahrenheit = property(lambda self: self.celsius * 9 / 5 + 32, lambda self, f: setattr(self, "celsius", (f - 32) * 5 / 9))
t = Temperature(100)
print(t.fahrenheit)
t.fahrenheit = 32
print(t.celsius)
class Config:
    lr, momentum = 0.1, 0.9
for key in ("lr", "momentum"):
    print(key, getattr(Config, key))
Config.lr = 0.01
print(Config().lr, Config.__dict__["momentum"])
delattr(a, "_frozen")
print(hasattr(a, "_frozen"))
class Slotted:
    __slots__ = ("x", "y")
    def __init__(self): self.x, self.y = 1, 2
print(Slotted().x + Slotted().y)
