"""Golden losses and their gradients with respect to Y, from PyTorch's autograd in float64.

    /usr/bin/python3 test/oracle/core/make_loss.py

Half the squared distance to T, and the cross-entropy of a softmax over each row; as a sum over the
samples, and divided by their number.
"""

import sys

import torch
import torch.nn.functional as F

sys.dont_write_bytecode = True
from golden import number, write

torch.manual_seed(5)
torch.set_num_threads(1)

SHAPES = [(1,), (4,), (1, 1), (1, 3), (3, 1), (2, 2), (0, 3), (5, 4), (20, 10)]


def numbers(values):
    return [number(entry) for entry in values.detach().flatten()]


def case(y, target, loss, kind, is_mean):
    y = y.clone().requires_grad_()
    value = loss(y)
    value.backward()
    return {
        "kind": kind,
        "isMean": is_mean,
        "Y": {"shape": list(y.shape), "data": numbers(y)},
        "target": numbers(target),
        "value": number(value),
        "dY": {"shape": list(y.shape), "data": numbers(y.grad)},
    }


def both(y, target, kind):
    """A row of one axis is one sample."""
    rows = len(y) if y.dim() > 1 else 1

    def squared(of):
        return ((of - target) ** 2).sum() / 2

    def entropy(of):
        return F.cross_entropy(of.reshape(rows, y.shape[-1]), target, reduction="sum")

    total = squared if kind == "half-squared" else entropy
    yield case(y, target, total, kind, False)
    yield case(y, target, lambda of: total(of) / rows, kind, True)


def classes(shape):
    rows = shape[0] if len(shape) > 1 else 1
    return torch.randint(0, shape[-1], (rows,))


def half_squared_cases():
    for shape in SHAPES:
        y, t = torch.randn(2, *shape, dtype=torch.float64)
        yield from both(y, t, "half-squared")
    huge = torch.tensor([[1e3, -1e3], [1e200, 0.0]], dtype=torch.float64)
    yield from both(huge, -huge, "half-squared")


def softmax_cases():
    for shape in SHAPES:
        for spread in [1, 30]:
            y = spread * torch.randn(*shape, dtype=torch.float64)
            yield from both(y, classes(shape), "softmax")
    inf = float("inf")
    rows = [[1000, -1000], [-1000, 1000], [1000, 1000], [-1000, -1000], [0, -inf], [-inf, 0]]
    for row in rows:
        for label in [0, 1]:
            y = torch.tensor([row, [0.5, -0.25]], dtype=torch.float64)
            yield from both(y, torch.tensor([label, 1]), "softmax")


if __name__ == "__main__":
    sections = {"halfSquared": list(half_squared_cases()), "softmax": list(softmax_cases())}
    write("loss.json", {"torch": torch.__version__}, sections)
