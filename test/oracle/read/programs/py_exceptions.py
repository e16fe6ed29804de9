"""try, except, else, finally, raise from, and exceptions of one's own."""
import numpy as np

class ShapeError(ValueError):
    def __init__(self, expected, got):
        super().__init__(f"expected {expected}, got {got}")
        self.expected, self.got = expected, got
class LayerError(Exception):
    pass

def check(x, shape):
    if x.shape != shape:
        raise ShapeError(shape, x.shape)
    return x
try:
    check(np.zeros((2, 3)), (3, 2))
except ShapeError as e:
    print(e, e.expected, e.got, type(e).__name__, isinstance(e, ValueError), e.args)
for action in (lambda: 1 / 0, lambda: [][1], lambda: {}["k"], lambda: int("x"), lambda: None.foo, lambda: undefined, lambda: "a" + 1, lambda: [1].index(2), lambda: float("y")):
    try:
        action()
    except (ZeroDivisionError, IndexError) as e:
        print("first", type(e).__name__, e)
    except (KeyError, ValueError) as e:
        print("second", type(e).__name__)
    except Exception as e:
        print("third", type(e).__name__)
def flow(fail):
    try:
        print("try", end=" ")
        if fail: raise LayerError("failed", 42)
    except LayerError as e:
        print("except", e.args, end=" ")
        return "handled"
    else:
        print("else", end=" ")
    finally:
        print("finally")
    return "end"
print(flow(False), flow(True))
try:
    try:
        {}["x"]
    except KeyError as error:
        raise LayerError("no x") from error
except LayerError as e:
    print(e, repr(e), repr(e.__cause__))
def reraise():
    try:
        raise ValueError("again")
    except ValueError:
        print("passing on")
        raise
try:
    reraise()
except Exception as e:
    print("outer", e)
def override():
    try:
        return "try"
    finally:
        print("cleaning")
print(override())
try:
    assert 1 == 2, "one is not two"
except AssertionError as e:
    print("assertion:", e)
i = 0
while True:
    try:
        i += 1
        if i < 3: raise RuntimeError(i)
        break
    except RuntimeError as e:
        print("retry", e)
    finally:
        print("loop", i)
try:
    np.zeros(2) + np.zeros(3)
except ValueError as e:
    print("shapes")
try:
    np.linalg.inv(np.zeros((2, 2)))
except np.linalg.LinAlgError:
    print("singular")
try:
    raise KeyError("missing")
except LookupError as e:
    print(str(e), repr(e))
try:
    raise StopIteration
except BaseException as e:
    print(type(e), str(e) == "")
def validate(**options):
    unknown = set(options) - {"lr", "decay"}
    if unknown:
        raise TypeError("unknown options: " + ", ".join(sorted(unknown)))
    return options
try:
    validate(lr=1, b=2, a=3)
except TypeError as e:
    print(e)
print(validate(lr=0.1), i)
