"""Weighted sums with attention weights as layers (forward and backward)."""
import numpy as np
def softmax(x):
    x = x - x.max(axis=1, keepdims=True)
    x = np.exp(x)
    x /= x.sum(axis=1, keepdims=True)
    return x
class WeightSum:
    def forward(self, hs, a):
        N, T, H = hs.shape
        ar = a.reshape(N, T, 1).repeat(H, axis=2)
        t = hs * ar
        c = np.sum(t, axis=1)
        self.cache = (hs, ar)
        return c
    def backward(self, dc):
        hs, ar = self.cache
        N, T, H = hs.shape
        dt = dc.reshape(N, 1, H).repeat(T, axis=1)
        dar, dhs = dt * hs, dt * ar
        return dhs, np.sum(dar, axis=2)
class AttentionWeight:
    def forward(self, hs, h):
        N, T, H = hs.shape
        hr = h.reshape(N, 1, H).repeat(T, axis=1)
        s = np.sum(hs * hr, axis=2)
        self.a, self.cache = softmax(s), (hs, hr)
        return self.a
    def backward(self, da):
        hs, hr = self.cache
        N, T, H = hs.shape
        ds = self.a * da
        ds -= self.a * np.sum(ds, axis=1, keepdims=True)
        dt = ds.reshape(N, T, 1).repeat(H, axis=2)
        return dt * hr, np.sum(dt * hs, axis=1)
hs, h = np.arange(24).reshape(2, 3, 4) / 10, np.array([[1.0, 0.0, -1.0, 0.5], [0.2, 0.3, 0.1, 0.0]])
weight, summing = AttentionWeight(), WeightSum()
a = weight.forward(hs, h)
c = summing.forward(hs, a)
dhs0, da = summing.backward(np.ones_like(c))
dhs1, dh = weight.backward(da)
dhs = dhs0 + dhs1
beam = sorted([("a", -0.5), ("b", -0.2), ("c", -1.5)], key=lambda item: item[1], reverse=True)[:2]
print(np.round(a, 4), np.round(c, 4), np.round(dh, 4), [name for name, _ in beam], sep="\n")
