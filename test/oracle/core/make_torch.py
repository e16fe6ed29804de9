"""Golden gradients of Affine layers and chains of them, from PyTorch's autograd in float64.

    /usr/bin/python3 test/oracle/core/make_torch.py

The loss is the sum of dY times the output, whose gradient with respect to the output is dY.
"""

import sys

import torch

sys.dont_write_bytecode = True
from golden import number, write

torch.manual_seed(5)
torch.set_num_threads(1)


def array(values):
    values = values.detach()
    return {"shape": list(values.shape), "data": [number(entry) for entry in values.flatten()]}


def leaf(*shape):
    return torch.randn(*shape, dtype=torch.float64, requires_grad=True)


def case(output, leaves):
    dy = torch.randn(output.shape, dtype=torch.float64)
    (dy * output).sum().backward()
    return {
        "inputs": {name: array(value) for name, value in leaves.items()},
        "dY": array(dy),
        "Y": array(output),
        "gradients": {name: array(value.grad) for name, value in leaves.items()},
    }


def lengths(count, least=1, most=8):
    return torch.randint(least, most + 1, (count,)).tolist()


def affine(n, d, h):
    x, w, b = leaf(n, d), leaf(d, h), leaf(h)
    return case(x @ w + b, {"X": x, "W": w, "b": b})


def affine_1d(d, h):
    x, w, b = leaf(d), leaf(d, h), leaf(h)
    return case(x @ w + b, {"X": x, "W": w, "b": b})


def two_layers(n, d, h, i):
    x, w1, b1, w2, b2 = leaf(n, d), leaf(d, h), leaf(h), leaf(h, i), leaf(i)
    leaves = {"X": x, "W1": w1, "b1": b1, "W2": w2, "b2": b2}
    return case((x @ w1 + b1) @ w2 + b2, leaves)


def shared_weights(n, d):
    """One layer used twice: W and b are each the sum of two gradients."""
    x, w, b = leaf(n, d), leaf(d, d), leaf(d)
    return case((x @ w + b) @ w + b, {"X": x, "W": w, "b": b})


def affine_cases():
    for n in [0, 1, 3]:
        for d in [0, 1, 4]:
            for h in [0, 1, 2]:
                yield affine(n, d, h)
    for _ in range(80):
        yield affine(*lengths(3))
    for _ in range(20):
        yield affine_1d(*lengths(2))
    yield affine(20, 50, 10)


if __name__ == "__main__":
    sections = {
        "affine": list(affine_cases()),
        "twoLayers": [two_layers(*lengths(4, most=5)) for _ in range(40)],
        "sharedWeights": [shared_weights(*lengths(2, most=5)) for _ in range(40)],
    }
    write("torch.json", {"torch": torch.__version__}, sections)
