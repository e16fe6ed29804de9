import numpy as np
np.random.seed(0)
a = np.random.rand(3); b = np.random.rand(2, 2); c = np.random.randint(10, size=5); d = np.random.randint(5, 10, (2, 3)); e = np.random.random(2); f = np.random.random_sample((1, 2)); g = np.random.permutation(6); h = np.random.permutation(np.arange(12).reshape(4, 3))
i = np.random.choice(5, 3); j = np.random.choice([10, 20, 30], 2, replace=False); k = np.random.choice(4, 6, p=[0.1, 0.2, 0.3, 0.4]); l = np.random.uniform(-1, 1, 4); m = np.arange(8); np.random.shuffle(m); n = np.random.randn(3); o = np.random.normal(5, 2, (2, 2)); p = np.random.standard_normal(2); q = np.random.randint(0, 2, 8); r = np.random.binomial(1, 0.5, 5); s = np.random.choice(100, 10)
t = np.random.RandomState(42); u = t.rand(2); v = t.randn(2, 2); w = t.permutation(5); x = t.randint(0, 100, 4); y = t.uniform(size=3); z = t.choice([4, 5]); aa = t.normal(size=(2,))
np.random.seed(1); ab = np.random.rand(); ac = np.random.randint(6); ad = np.random.uniform(); ae = np.random.randn()
mask = np.random.rand(4, 5) > 0.5; idx = np.random.choice(np.arange(3, 9), size=(2, 2)); af = np.random.exponential(1.0, 2); ag = np.random.poisson(3, 4) * 0; noise = np.random.normal(0, 0.1, 5)
np.random.seed(7); order = np.arange(10); np.random.shuffle(order); train, test = order[:7], order[7:]; rows = np.arange(6).reshape(3, 2); np.random.shuffle(rows); again = np.random.permutation(rows)
print(a, c, g, i, k, m, order, train, rows, mask.sum(), ac, z)
