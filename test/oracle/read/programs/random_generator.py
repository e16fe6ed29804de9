import numpy as np
rng = np.random.default_rng(0)
a = rng.random((2, 3))
i = rng.integers(0, 100, size=6)
u = rng.uniform(1, 2, size=(2, 2))
other = np.random.default_rng(123456)
b = other.random(5)
