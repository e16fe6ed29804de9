"""Parameters, defaults, closures and recursion."""
import numpy as np

def affine(x, W, b=None, *, scale=1.0):
    y = np.dot(x, W)
    if b is not None:
        y = y + b
    return y * scale

x, W, b = np.array([[1.0, 2.0]]), np.array([[1.0, 0.0], [0.5, 2.0]]), np.array([1.0, -1.0])
y1 = affine(x, W)
y2 = affine(x, W, b, scale=2)
y3 = affine(W=W, x=x, b=b)
print(y1, y2, y3)

def collect(first, *args, key="k", **kwargs):
    return first, args, key, sorted(kwargs.items())
print(collect(1), collect(1, 2, 3), collect(1, key="z", a=1, b=2), collect(*range(3), **{"q": 0}))

def append_to(item, target=[]):
    target.append(item)
    return target
print(append_to(1), append_to(2), append_to(3, []))

def make_counter():
    count = 0
    def increment(by=1):
        nonlocal count
        count += by
        return count
    return increment
c1, c2 = make_counter(), make_counter()
print(c1(), c1(), c1(10), c2())
calls = 0
def counted(f):
    def inner(*args):
        global calls
        calls += 1
        return f(*args)
    return inner
@counted
def square(n):
    return n * n
print(square(3), square(4), calls)
def factorial(n): return 1 if n <= 1 else n * factorial(n - 1)
def fib(n, memo={}):
    if n in memo: return memo[n]
    memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
print(factorial(20), fib(60), [factorial(i) for i in range(6)])
def compose(*functions):
    def run(value):
        for f in reversed(functions):
            value = f(value)
        return value
    return run
print(compose(str, lambda v: v + 1, abs)(-4), (lambda: "none")(), (lambda a, *b, c=3, **d: (a, b, c, d))(1, 2, c=4, e=5))
def nothing(): pass
print(nothing(), affine.__name__, callable(affine), callable(3))
def hanoi(n, a="A", b="B", c="C"):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(6))
def positional(a, b, /, c): return a + b * c
print(positional(1, 2, 3), positional(1, 2, c=5))
h = lambda f, n: f if n == 0 else h(lambda v: f(v + 1), n - 1)
print(h(lambda v: v, 3)(0), list(map(lambda a, b: a * b, [1, 2], [3, 4])))
