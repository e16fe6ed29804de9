"""Scopes: what a name means where."""
import numpy as np

x = "global"
def outer():
    x = "outer"
    def inner():
        x = "inner"
        return x
    def reader():
        return x
    def writer():
        nonlocal x
        x = "written"
    first = reader()
    writer()
    return first, inner(), x
print(outer(), x)
def unbound():
    try:
        print(count)
        count = 1
    except UnboundLocalError as e:
        return "unbound"
count = 0
print(unbound())
class Scope:
    x = "class"
    y = [x for _ in range(1)]
    def method(self): return x, self.x
print(Scope().method(), Scope.y)
def adders(): return [lambda v, n=n: v + n for n in range(3)]
print([f(1) for f in adders()])
def accumulator(start):
    total = [start]
    def add(v):
        total[0] += v
        return total[0]
    return add
acc = accumulator(10)
print(acc(1), acc(2))
W = np.zeros(2)
def mutate(): W[0] = 5
def rebind():
    W = np.ones(2)
    return W
mutate()
local = rebind()
print(W, local)
def gradient(f, h=1e-4):
    def df(v): return (f(v + h) - f(v - h)) / (2 * h)
    return df
slope = gradient(lambda v: v ** 2)(3.0)
print(round(slope, 6))
for loop_variable in range(3):
    after = loop_variable * 2
print(loop_variable, after, [loop_variable for loop_variable in "ab"], loop_variable)
def layers():
    params = {}
    def dense(name, n, m):
        params[name] = np.full((n, m), len(params) + 1.0)
        return lambda inputs: inputs @ params[name]
    return dense("a", 2, 3), dense("b", 3, 1), params
first, second, params = layers()
y = second(first(np.array([[1.0, 2.0]])))
print(y, sorted(params))
def f(n):
    if n == 0:
        return np.zeros(1)
    inner = f(n - 1) + n
    return inner
deep = f(4)
print(deep, "x" in globals(), max((lambda: [1, 2])()))
def default_at_definition(v=x): return v
x = "changed"
print(default_at_definition(), x)
try:
    e = 1
    raise ValueError("v")
except ValueError as e:
    pass
try:
    print(e)
except NameError:
    print("e is gone")
