import numpy as np
z = np.zeros((2, 3)); o = np.ones(4); f = np.full((2, 2), 7)
ff = np.full((2, 2), 0.5)
e = np.eye(3); e2 = np.eye(2, 4, k=1); idn = np.identity(2)
a = np.arange(10); a2 = np.arange(2, 9, 3); a3 = np.arange(0, 1, 0.1); a4 = np.arange(5, 0, -2)
l = np.linspace(0, 1, 7); l2 = np.linspace(2, 3, 4, endpoint=False)
zl = np.zeros_like(np.array([1, 2, 3])); ol = np.ones_like(z); fl = np.full_like(z, 3)
zi = np.zeros((2, 2), dtype=np.int64); z32 = np.zeros(3, dtype='float32')
none = np.zeros((0, 3)); none_sum = none.sum(axis=0)
