"""with: enter, exit, and what an exception does to them."""
from contextlib import contextmanager
import numpy as np

class Timer:
    def __init__(self, name): self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return kind is ZeroDivisionError

with Timer("a") as t:
    print(t.name)
with Timer("b") as b, Timer("c") as c:
    print(b.name + c.name)
with Timer("swallow"):
    1 / 0
try:
    with Timer("raise"):
        raise ValueError("inside")
except ValueError as e:
    print("caught", e)

class Mode:
    enabled = True
@contextmanager
def using(name, value):
    old = getattr(Mode, name)
    setattr(Mode, name, value)
    try:
        yield value
    finally:
        setattr(Mode, name, old)
def no_grad():
    return using("enabled", False)
with no_grad():
    print(Mode.enabled)
print(Mode.enabled)
with using("enabled", "other") as v:
    print(v, Mode.enabled)
try:
    with no_grad():
        raise KeyError("k")
except KeyError as e:
    print(Mode.enabled, e)
def f():
    with Timer("return"):
        return np.arange(3)
result = f()
for i in range(2):
    with Timer(i):
        if i == 0: continue
        break
with np.errstate(divide="ignore"):
    inverse = 1 / np.array([1.0, 2.0])
print(result, inverse)
