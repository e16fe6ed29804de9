"""Random NumPy programs and what NumPy makes of them.

/usr/bin/python3 make_cases.py [--count 4000] [--seed 1] [--out cases.jsonl]

One case a line: `f` its family, `p` the program, then either `e`, the exception, or `s`, `d`, `v`: the
shape, the element type and the values of its `r`; with `t` where values may end apart: units in the last
place, or a distance (`a`).
"""
import argparse
import json
import pathlib
import warnings

import numpy as np

import building, drawing, elementwise, indexing, products, reducing, searching, shaping
from draw import Draw

FAMILIES = [family for room in (building, elementwise, reducing, shaping, indexing, products, searching, drawing) for family in room.FAMILIES]
EPS = 2.0**-52


def text(value):
    """A number as short as it can be told exactly."""
    if isinstance(value, (bool, np.bool_)):
        return "1" if value else "0"
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    short = repr(float(value)) if isinstance(value, np.float16) else repr(value)
    return short.replace(".0e", "e").removesuffix(".0")


def outcome(case):
    names = {"np": np}
    try:
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec("\n".join(case.lines), names)
            r = np.asarray(names["r"])
    except Exception as error:
        return {"e": type(error).__name__}
    if r.dtype.kind not in "biuf":
        return {"s": list(r.shape), "d": str(r.dtype)}
    # A byte order that is not the machine's is the same type.
    r = r.astype(r.dtype.newbyteorder("="))
    return {"s": list(r.shape), "d": str(r.dtype), "v": " ".join(map(text, r.ravel())), **tolerance(case, names)}


def tolerance(case, names):
    if case.tolerance is None:
        return {}
    kind, *rest = case.tolerance
    if kind == "ulp":
        # NumPy's own functions of single numbers err by up to 2.5 units.
        is_single = str(np.asarray(names["r"]).dtype) == "float32"
        return {"t": max(rest[0], 3) if is_single else rest[0]}
    terms, magnitudes = rest
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        size = float(np.max(eval(magnitudes, names)))
    is_single = any(str(getattr(value, "dtype", "")) == "float32" for value in names.values())
    eps = 2.0**-23 if is_single else EPS
    return {"a": float(f"{terms * eps * size:.3g}")} if np.isfinite(size) else {"a": 1e-9}


def make(count, seed):
    draw = Draw(seed)
    makers, weights = zip(*FAMILIES)
    for maker in draw.random.choices(makers, weights, k=count):
        case = maker(draw)
        yield {"f": case.family, "p": "\n".join(case.lines), **outcome(case)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent / "cases.jsonl")
    given = parser.parse_args()
    with given.out.open("w") as out:
        for made in make(given.count, given.seed):
            out.write(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n")
