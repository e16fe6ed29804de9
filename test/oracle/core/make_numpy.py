"""Golden values of the Affine layer, of dot and of add, from NumPy itself.

    /usr/bin/python3 test/oracle/core/make_numpy.py

Gives the same file at every run with the same NumPy and BLAS.
"""

import itertools
import sys

import numpy as np

sys.dont_write_bytecode = True
from golden import number, write

rng = np.random.default_rng(5)
SPECIAL = [np.nan, np.inf, -np.inf, 0.0, -0.0]


def array(values):
    values = np.asarray(values)
    return {
        "shape": list(values.shape),
        "dtype": str(values.dtype),
        "data": [number(entry) for entry in values.ravel()],
    }


def draw(shape, dtype="float64"):
    if dtype == "bool":
        return rng.random(shape) < 0.5
    if dtype.startswith("int"):
        return rng.integers(-9, 10, shape).astype(dtype)
    return rng.standard_normal(shape).astype(dtype)


def sprinkled(shape, share):
    """Small numbers with NaN, infinities and zeros of both signs among them."""
    values = np.array(np.round(draw(shape), 2))
    where = rng.random(shape) < share
    values[where] = rng.choice(SPECIAL, where.sum())
    return values


def cancelling(shape):
    """Large and small numbers of both signs, so that sums lose most of their digits."""
    return draw(shape) * 10.0 ** rng.integers(-8, 9, shape)


def affine(name, x, w, b, dy=None):
    """Forward and backward as the book writes them."""
    xw = np.dot(x, w)
    y = xw + b
    dy = draw(y.shape) if dy is None else dy
    rows, upstream = np.atleast_2d(x), np.atleast_2d(dy)
    dx = np.dot(dy, w.T)
    dw = np.dot(rows.T, upstream)
    db = dy if y.shape == b.shape else np.sum(upstream, axis=0)
    arrays = {"X": x, "W": w, "b": b, "dY": dy, "XW": xw, "Y": y, "dX": dx, "dW": dw, "db": db}
    return {"name": name, **{key: array(value) for key, value in arrays.items()}}


def shapes_with_edges():
    """Every combination of 0, 1 and a few lengths on every axis, then random ones."""
    yield from itertools.product([0, 1, 2, 3], repeat=3)
    for _ in range(60):
        yield tuple(int(length) for length in rng.integers(1, 9, 3))


def affine_cases():
    for n, d, h in shapes_with_edges():
        yield affine(f"({n},{d})·({d},{h})", draw((n, d)), draw((d, h)), draw(h))
    for d, h in itertools.product([0, 1, 2, 5], repeat=2):
        yield affine(f"({d},)·({d},{h})", draw(d), draw((d, h)), draw(h))
    for n, d, h in [(20, 50, 10), (64, 7, 3), (3, 120, 2), (5, 4, 60), (100, 3, 2), (300, 2, 1)]:
        yield affine(f"large ({n},{d})·({d},{h})", draw((n, d)), draw((d, h)), draw(h))
    for i in range(40):
        n, d, h = rng.integers(1, 6, 3)
        arrays = [sprinkled(shape, 0.15) for shape in [(n, d), (d, h), (h,), (n, h)]]
        yield affine(f"special numbers {i}", *arrays)
    for i in range(8):
        x, w, b, dy = (np.full(s, -0.0) for s in [(i % 3 + 1, 2), (2, 2), (2,), (i % 3 + 1, 2)])
        yield affine(f"negative zeros {i}", x if i % 2 else draw(x.shape), w, b, dy)
    for i in range(40):
        n, d, h = rng.integers(1, 9, 3)
        arrays = [cancelling(shape) for shape in [(n, d), (d, h), (h,), (n, h)]]
        yield affine(f"cancelling {i}", *arrays)
    types = ["bool", "int32", "int64", "float32", "float64"]
    for of_x, of_w in itertools.product(types, repeat=2):
        for of_b, of_dy in [("int64", "float64"), (of_w, of_x), ("float32", "int32")]:
            shapes = [(3, 2), (2, 4), (4,), (3, 4)]
            dtypes = [of_x, of_w, of_b, of_dy]
            name = " ".join(dtypes)
            yield affine(name, *[draw(s, t) for s, t in zip(shapes, dtypes)])


def add_cases():
    shapes = [(), (1,), (3,), (1, 1), (1, 3), (2, 1), (2, 3), (0,), (0, 3), (2, 0), (1, 2, 3)]
    shapes += [(2, 1, 3), (2, 2, 1), (2, 2, 3)]
    for left, right in itertools.product(shapes, repeat=2):
        a, b = sprinkled(left, 0.1), sprinkled(right, 0.1)
        try:
            yield {"a": array(a), "b": array(b), "out": array(a + b)}
        except ValueError as error:
            yield {"a": array(a), "b": array(b), "error": str(error).strip()}


def dot_cases():
    shapes = [(1,), (2,), (3,), (1, 1), (1, 3), (2, 3), (3, 2), (3, 1), (0,), (0, 3), (3, 0)]
    shapes += [(2, 2, 3)]
    for left, right in itertools.product(shapes, repeat=2):
        if len(right) > 2:
            continue
        a, b = draw(left), draw(right)
        try:
            yield {"a": array(a), "b": array(b), "out": array(np.dot(a, b))}
        except ValueError as error:
            yield {"a": array(a), "b": array(b), "error": str(error).strip()}


if __name__ == "__main__":
    with np.errstate(all="ignore"):
        sections = {
            "affine": list(affine_cases()),
            "add": list(add_cases()),
            "dot": list(dot_cases()),
        }
    write("numpy.json", {"numpy": np.__version__}, sections)
