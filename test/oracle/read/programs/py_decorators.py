"""Decorators, own ones that wrap, with and without arguments."""
import functools
import numpy as np

def trace(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        result = f(*args, **kwargs)
        print(f"{f.__name__}{args} -> {result}")
        return result
    return wrapper

@trace
def add(a, b):
    """Adds."""
    return a + b

print(add(1, 2), add.__name__, add.__doc__)

def scaled(factor):
    def decorate(f):
        def wrapper(x):
            return factor * f(x)
        return wrapper
    return decorate

@scaled(10)
@scaled(2)
def identity(x):
    return x

doubled = identity(np.array([1.0, 2.0]))
print(doubled, identity.__name__)

def memoize(f):
    cache = {}
    def wrapped(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    wrapped.cache = cache
    return wrapped

@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30), len(fib.cache))

class CountCalls:
    def __init__(self, f):
        self.f, self.count = f, 0
    def __call__(self, *args):
        self.count += 1
        return self.f(*args)

@CountCalls
def hello(name):
    return "hello " + name
print(hello("a"), hello("b"), hello.count)

registry = {}
def register(name):
    def inner(f):
        registry[name] = f
        return f
    return inner
@register("relu")
def relu(x): return np.maximum(x, 0)
@register("step")
def step(x): return (x > 0).astype(int)
x = np.array([-1.0, 0.0, 2.0])
activations = {name: f(x) for name, f in registry.items()}
r, s = activations["relu"], activations["step"]
print(activations)

@functools.lru_cache(maxsize=None)
def binomial(n, k):
    return 1 if k in (0, n) else binomial(n - 1, k - 1) + binomial(n - 1, k)
print(binomial(30, 15), functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(pow, 2)(5))

def add_repr(cls):
    cls.__repr__ = lambda self: f"<{cls.__name__} {self.v}>"
    return cls
@add_repr
class Thing:
    def __init__(self, v): self.v = v
print(Thing(3), [Thing(1)])

def bounded(low, high):
    def decorate(method):
        def checked(self, value):
            return method(self, max(low, min(high, value)))
        return checked
    return decorate
class Dial:
    @bounded(0, 10)
    def set(self, value):
        self.value = value
        return self
print(Dial().set(50).value, Dial().set(-1).value)
