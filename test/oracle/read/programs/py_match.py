"""match statements."""
import numpy as np
from dataclasses import dataclass

@dataclass
class Point:
    x: int
    y: int

def describe(value):
    match value:
        case 0 | 1:
            return "bit"
        case int(n) if n < 0:
            return f"negative {n}"
        case int(_):
            return "integer"
        case "relu":
            return "activation"
        case str(s):
            return "text " + s
        case [x]:
            return f"one {x}"
        case [x, y]:
            return f"two {x} {y}"
        case [first, *rest]:
            return f"first {first}, {len(rest)} more"
        case {"type": "dense", "units": units}:
            return f"dense {units}"
        case {"type": kind, **rest}:
            return f"{kind} {sorted(rest)}"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=x):
            return f"point at {x}"
        case None | True:
            return "constant"
        case float(_) as number:
            return f"number {number}"
        case _:
            return "other"
for v in (1, -3, 7, "relu", "x", [], [5], (1, 2), [1, 2, 3], {"type": "dense", "units": 3}, {"type": "conv", "k": 2}, Point(0, 0), Point(2, 2), Point(1, 5), None, 1.5, {}):
    print(describe(v))

def activation(name, x):
    match name:
        case "relu":
            return np.maximum(x, 0)
        case "step":
            return np.where(x > 0, 1.0, 0.0)
        case _:
            raise ValueError(name)
x = np.array([-1.0, 2.0])
r, s = activation("relu", x), activation("step", x)
print(r, s)
command = "go north 3".split()
match command:
    case ["go", direction, steps]:
        moved = np.array([0, int(steps) if direction == "north" else -int(steps)])
print(moved, command)
match = 5
match moved.tolist():
    case [0, n]:
        match += n
print(match)
