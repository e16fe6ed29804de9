"""Augmented assignment on everything that can change in place, and on what cannot."""
import numpy as np
a = [1, 2]; b = a; a += (3,); a *= 2; s = "ab"; t = s; s += "c"; s *= 2
u = (1,); v = u; u += (2,); x = {1, 2}; y = x; x |= {3}; x -= {1}; x ^= {9}; d = {"k": 1}; e = d; d |= {"m": 2}
n = 7; m = n; n //= 2; n **= 3; n %= 10; n <<= 2; n |= 1; n &= 13; n ^= 2; n >>= 1
w = np.arange(3.0); z = w; w += 1; w *= [1, 2, 3]; w -= w.mean(); w /= 2; w **= 2
i = np.array([7, 8, 9]); j = i; i //= 2; i %= 3; i <<= 1; i |= 1
k = np.ones((2, 2)); k[0] += 5; k[:, 1] *= 3; k = k @ np.eye(2)
params = {"W": np.ones(2), "n": 0}; params["W"] += 1; params["n"] += 1; alias = params["W"]; alias -= 0.5
class Holder: total, items = 0, []
h = Holder(); h.total += 5; h.items += [1]; h.w = np.zeros(2); h.w += 3; hw = h.w
nested = [[1], [2]]; nested[0] += [9]; nested[1][0] += 40
try:
    i += 0.5
except TypeError:
    print("not into whole numbers")
try:
    (1,)[0] = 2
except TypeError:
    print("tuples do not change")
print(a, a is b, s, t, u, v, sorted(x), x is y, d is e, e, n, m, w is z, i is j, Holder.total, Holder.items, nested)
print(w, i, k, params, hw)
