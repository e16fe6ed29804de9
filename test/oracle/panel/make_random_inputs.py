"""Writes random_inputs.json: what NumPy draws for the panel's random inputs.

Run with NumPy 1.24 from anywhere: python3 make_random_inputs.py
"""

import json
from pathlib import Path

import numpy as np

DRAWS = {
    "standard_normal": lambda rng, size: rng.standard_normal(size),
    "uniform": lambda rng, size: rng.uniform(-1, 1, size),
    "integers": lambda rng, size: rng.integers(-5, 6, size),
}


def case(N, D, H, distribution, seed, has_bias=True):
    rng = np.random.default_rng(seed)
    draw = lambda size: DRAWS[distribution](rng, size)
    arrays = {"X": draw((N, D)), "W": draw((D, H))}
    if has_bias:
        arrays["b"] = draw((H,))
    arrays["dY"] = draw((N, H))
    arrays["T"] = draw((N, H))
    return {
        "random": {"N": N, "D": D, "H": H, "distribution": distribution, "seed": seed},
        "hasBias": has_bias,
        "arrays": {name: array.ravel().tolist() for name, array in arrays.items()},
        "classes": classes(N, D, H, distribution, seed, has_bias),
    }


def classes(N, D, H, distribution, seed, has_bias):
    rng = np.random.default_rng(seed)
    for size in [(N, D), (D, H), *([(H,)] if has_bias else []), (N, H)]:
        DRAWS[distribution](rng, size)
    return rng.integers(0, H, N).tolist()


CASES = [
    (2, 3, 2, "standard_normal", 7),
    (2, 3, 2, "uniform", 7),
    (2, 3, 2, "integers", 7),
    (5, 4, 3, "integers", 1, False),
    (1, 1, 1, "standard_normal", 0),
    (12, 12, 12, "standard_normal", 123456789),
    (3, 5, 7, "uniform", 2**40),
    (4, 2, 1, "integers", 3),
]

out = {
    "cases": [case(*arguments) for arguments in CASES],
    # The target of the code's own numbers: a generator of its own.
    "T": np.random.default_rng(0).standard_normal((2, 3)).ravel().tolist(),
    "classes": np.random.default_rng(0).integers(0, 3, 5).tolist(),
}
path = Path(__file__).with_name("random_inputs.json")
path.write_text(json.dumps(out, indent=1) + "\n")
