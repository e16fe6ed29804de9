"""Golden numerical gradients of Affine layers: central differences with NumPy in float64, entry by entry,
for several steps h; and beside them the gradients of PyTorch's autograd.

    /usr/bin/python3 test/oracle/core/make_check.py

L is the sum of dY times Y with dY held fixed, half the squared distance to T, or the cross-entropy of a
softmax; the losses also divided by the number of samples.
"""

import sys

import numpy as np
import torch
import torch.nn.functional as F

sys.dont_write_bytecode = True
from golden import number, write

rng = np.random.default_rng(7)
torch.set_num_threads(1)

STEPS = [1e-1, 1e-2, 1e-4, 1e-6]


def array(values):
    return {"shape": list(values.shape), "data": [number(entry) for entry in values.ravel()]}


def forward(X, W, b):
    XW = np.dot(X, W)
    return XW if b is None else XW + b


def measure(Y, upstream):
    if upstream["kind"] == "given":
        return np.sum(upstream["dY"] * Y)
    rows = Y.reshape(-1, Y.shape[-1])
    share = len(rows) if upstream["isMean"] else 1
    if upstream["kind"] == "half-squared":
        return np.sum((Y - upstream["target"]) ** 2) / 2 / share
    shifted = rows - rows.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -logs[np.arange(len(rows)), upstream["target"]].sum() / share


def autograd(inputs, upstream):
    leaves = {name: torch.tensor(value, requires_grad=True) for name, value in inputs.items()}
    Y = leaves["X"] @ leaves["W"] + leaves.get("b", 0)
    rows = Y.reshape(-1, Y.shape[-1])
    share = len(rows) if upstream.get("isMean") else 1
    if upstream["kind"] == "given":
        L = (torch.tensor(upstream["dY"]) * Y).sum()
    elif upstream["kind"] == "half-squared":
        L = ((Y - torch.tensor(upstream["target"])) ** 2).sum() / 2 / share
    else:
        L = F.cross_entropy(rows, torch.tensor(upstream["target"]), reduction="sum") / share
    L.backward()
    return {name: array(leaf.grad.numpy()) for name, leaf in leaves.items()}


def slopes(inputs, upstream, h):
    def loss():
        return measure(forward(inputs["X"], inputs["W"], inputs.get("b")), upstream)

    found = {}
    for name, values in inputs.items():
        slope = np.zeros_like(values)
        for index in np.ndindex(*values.shape):
            kept = values[index]
            values[index] = kept + h
            above = loss()
            values[index] = kept - h
            below = loss()
            values[index] = kept
            slope[index] = (above - below) / (2 * h)
        found[name] = array(slope)
    return {"h": h, "slopes": found}


def case(N, D, H, kind, has_bias=True, is_mean=False, is_1d=False):
    inputs = {
        "X": rng.standard_normal(D if is_1d else (N, D)),
        "W": rng.standard_normal((D, H)),
        **({"b": rng.standard_normal(H)} if has_bias else {}),
    }
    Y = forward(inputs["X"], inputs["W"], inputs.get("b"))
    if kind == "given":
        upstream = {"kind": kind, "dY": rng.standard_normal(Y.shape)}
    elif kind == "half-squared":
        upstream = {"kind": kind, "target": rng.standard_normal(Y.shape), "isMean": is_mean}
    else:
        rows = 1 if is_1d else N
        upstream = {"kind": kind, "target": rng.integers(0, H, rows), "isMean": is_mean}
    given = upstream.get("dY")
    return {
        "inputs": {name: array(values) for name, values in inputs.items()},
        "upstream": {
            "kind": kind,
            **({"dY": array(given)} if given is not None else {}),
            **({"target": [number(t) for t in upstream["target"].ravel()]} if given is None else {}),
            **({"isMean": is_mean} if given is None else {}),
        },
        "L": number(measure(Y, upstream)),
        "gradients": autograd(inputs, upstream),
        "steps": [slopes(inputs, upstream, h) for h in STEPS],
    }


def cases():
    for kind in ["given", "half-squared", "softmax"]:
        for is_mean in [False] if kind == "given" else [False, True]:
            yield case(2, 3, 2, kind, is_mean=is_mean)
            yield case(4, 2, 3, kind, has_bias=False, is_mean=is_mean)
            yield case(1, 4, 3, kind, is_1d=True, is_mean=is_mean)


if __name__ == "__main__":
    write("check.json", {"numpy": np.__version__, "torch": torch.__version__}, {"cases": list(cases())})
