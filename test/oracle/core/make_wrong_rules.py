"""Golden values of wrong rules for the Affine layer: what NumPy makes of them, or its refusal.

    /usr/bin/python3 test/oracle/core/make_wrong_rules.py

Gives the same file at every run with the same NumPy and BLAS.
"""

import sys

import numpy as np

sys.dont_write_bytecode = True
from golden import number, write

RULES = {
    "Y": ["np.dot(W, X) + b", "np.dot(X + b, W)", "X * W + b"],
    "dX": ["np.dot(dY, W)", "np.dot(W.T, dY)", "np.dot(W, dY.T)"],
    "dW": ["np.dot(X, dY)", "np.dot(dY.T, X)", "np.dot(X.T, dY) / N"],
    "db": ["np.sum(dY, axis=1)", "np.mean(dY, axis=0)", "dY", "np.sum(dY)"],
}
VARIABLES = {"dX": "X", "dW": "W", "db": "b"}
SIZES = [
    (2, 3, 2),
    (3, 3, 3),
    (2, 2, 3),
    (3, 2, 2),
    (2, 3, 3),
    (4, 1, 1),
    (1, 2, 3),
    (1, 3, 1),
    (1, 1, 4),
    (1, 1, 1),
    (3, 1, 2),
    (None, 3, 2),
    (None, 2, 2),
    (None, 1, 3),
]

rng = np.random.default_rng(6)


def array(values):
    values = np.asarray(values)
    return {"shape": list(values.shape), "data": [number(entry) for entry in values.ravel()]}


def attempt(run):
    try:
        return {"out": array(run())}
    except ValueError as error:
        return {"error": str(error)}


def updated(variable, gradient):
    variable = variable.copy()
    variable -= gradient
    return variable


def case(n, d, h):
    rows = () if n is None else (n,)
    layer = {
        "X": rng.standard_normal(rows + (d,)),
        "W": rng.standard_normal((d, h)),
        "b": rng.standard_normal(h),
        "dY": rng.standard_normal(rows + (h,)),
    }
    names = {"np": np, "N": n or 1, **layer}
    results = []
    for of, rules in RULES.items():
        for rule in rules:
            result = {"of": of, "rule": rule, **attempt(lambda: eval(rule, dict(names)))}
            if of in VARIABLES and "out" in result:
                gradient = eval(rule, dict(names))
                update = attempt(lambda: updated(layer[VARIABLES[of]], gradient))
                result["update"] = update.get("error", "fits")
            results.append(result)
    arrays = {name: array(values) for name, values in layer.items()}
    return {"name": f"{n},{d},{h}", **arrays, "results": results}


write("wrong-rules.json", {"numpy": np.__version__}, {"cases": [case(*sizes) for sizes in SIZES]})
