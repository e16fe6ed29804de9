"""Times np.dot into a preallocated array. A line in: [form, N, D, H, repeats]; a line out: seconds."""

import json
import sys
import time

import numpy as np

blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"] if np.__version__ >= "1.26" else {}
print(f"NumPy {np.__version__} with {blas.get('name', 'a BLAS')} {blas.get('version', '')}", flush=True)

problem = operands = out = None
for line in sys.stdin:
    *wanted, repeats = json.loads(line)
    if wanted != problem:
        problem = wanted
        form, N, D, H = wanted
        X, W, dY = np.random.rand(N, D), np.random.rand(D, H), np.random.rand(N, H)
        operands = {"X·W": (X, W), "dY·Wᵀ": (dY, W.T), "Xᵀ·dY": (X.T, dY)}[form]
        out = np.dot(*operands)
    a, b = operands
    began = time.perf_counter()
    for _ in range(repeats):
        np.dot(a, b, out=out)
    print(time.perf_counter() - began, flush=True)
