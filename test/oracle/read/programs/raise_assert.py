"""It ends at an assertion."""
import numpy as np
def normalise(v):
    n = np.sqrt((v ** 2).sum())
    assert n > 0, "cannot normalise zero"
    return v / n
u = normalise(np.array([3.0, 4.0]))
print(u)
w = normalise(np.zeros(2))
