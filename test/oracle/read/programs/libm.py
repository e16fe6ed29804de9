import numpy as np
x = np.array([-3.0, -1.0, -0.1, 0.0, 0.5, 1.0, 2.0, 10.0])
e = np.exp(x); t = np.tanh(x); lg = np.log(np.abs(x) + 1); s = np.sin(x); c = np.cos(x)
sig = 1 / (1 + np.exp(-x))
