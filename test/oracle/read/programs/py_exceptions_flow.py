"""Control flow through exceptions: nesting, loops, generators, cleanup order."""
import contextlib
import numpy as np
log = []
def step(name, fail=None):
    log.append(name)
    if fail: raise fail
def nested():
    try:
        try:
            step("a", ValueError("inner"))
        except KeyError:
            step("never")
        finally:
            step("b")
    except ValueError as e:
        step(f"c {e}")
        try:
            step("d", RuntimeError("second"))
        except RuntimeError as again:
            return f"{e} then {again}"
        finally:
            step("e")
print(nested(), log)
def loop():
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            yield i
        finally:
            yield f"cleanup {i}"
print(list(loop()))
def first_valid(*texts):
    for t in texts:
        with contextlib.suppress(ValueError):
            return float(t)
    return None
print(first_valid("x", "y", "2.5"), first_valid("x"))
class Chain(Exception): pass
def wrap(f):
    def inner(*a):
        try:
            return f(*a)
        except ZeroDivisionError as e:
            raise Chain("wrapped") from e
    return inner
@wrap
def ratio(a, b): return a / b
try:
    ratio(1, 0)
except Chain as c:
    print(c, type(c.__cause__).__name__, c.__cause__)
def guarded(values):
    out = np.full(len(values), -1.0)
    for i, v in enumerate(values):
        try:
            out[i] = 1 / v if not isinstance(v, str) else float(v)
        except (ZeroDivisionError, ValueError):
            continue
        except TypeError:
            out[i] = 99
        else:
            out[i] += 0.5
    return out
safe = guarded([2, 0, "4", "x", None])
print(safe)
errors = {}
for name, f in {"index": lambda: [1][3], "key": lambda: {}["a"], "zero": lambda: 1 % 0, "attr": lambda: (1).foo, "type": lambda: len(5), "value": lambda: int("z"), "unpack": lambda: (lambda a, b: a)(1), "name": lambda: missing_name, "assert": lambda: exec_assert(), "stop": lambda: next(iter([])), "over": lambda: 10.0 ** 400}.items():
    try:
        f()
    except Exception as e:
        errors[name] = type(e).__name__
print(errors)
def exec_assert(): assert False
attempts = 0
while True:
    attempts += 1
    try:
        if attempts < 3: raise ConnectionError(attempts)
    except ConnectionError as e:
        retry = e.args[0]
    else:
        break
print(attempts, retry)
try:
    raise Exception("a", 1)
except Exception as e:
    a, b = e.args
print(a, b, issubclass(ConnectionError, OSError), isinstance(KeyError(), LookupError))
def recursive(n): return recursive(n + 1)
try:
    recursive(0)
except RecursionError:
    print("too deep")
