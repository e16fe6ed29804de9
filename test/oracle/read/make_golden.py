"""Runs each program under NumPy 1.24 and writes what its arrays were: /usr/bin/python3 make_golden.py"""
import contextlib
import io
import json
import pathlib

import numpy as np

here = pathlib.Path(__file__).parent


def entry(value):
    number = float(value)
    return number.hex() if np.isfinite(number) else str(number)


def run(path):
    names = {"__name__": "__main__"}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), np.errstate(all="ignore"):
        exec(compile(path.read_text(), path.name, "exec"), names)
    arrays = {
        name: {"shape": list(v.shape), "dtype": str(v.dtype), "data": [entry(x) for x in np.asarray(v).ravel()]}
        for name, v in names.items()
        if isinstance(v, (np.ndarray, np.generic))
    }
    return {"arrays": arrays, "printed": printed.getvalue()}


paths = sorted((here / "programs").glob("*.py"))
paths.append(here / "../../../media/examples/affine_small.py")
golden = {path.stem: run(path) for path in paths}
(here / "golden.json").write_text(json.dumps({"numpy": np.__version__, "programs": golden}) + "\n")
