import numpy as np
np.random.seed(0)
n = np.random.randn(3, 3)
m = np.random.normal(2.0, 0.5, size=(2, 4))
s = np.random.standard_normal((2,))
W = 0.01 * np.random.randn(4, 3)
