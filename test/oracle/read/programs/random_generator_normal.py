import numpy as np
rng = np.random.default_rng(3)
n = rng.standard_normal((3, 2))
m = rng.normal(1, 2, size=4)
