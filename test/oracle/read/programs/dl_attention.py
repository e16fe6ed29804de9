"""Scaled dot-product attention, multi-head and causal masks."""
import numpy as np
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
def attention(Q, K, V, mask=None):
    scores = Q @ K.swapaxes(-1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None: scores = np.where(mask, scores, -1e9)
    weights = softmax(scores)
    return weights @ V, weights
class MultiHeadAttention:
    def __init__(self, d_model, heads, rng):
        assert d_model % heads == 0
        self.heads, self.d_k = heads, d_model // heads
        self.Wq, self.Wk, self.Wv, self.Wo = (rng.normal(0, 0.3, (d_model, d_model)) for _ in range(4))
    def split(self, x):
        B, T, D = x.shape
        return x.reshape(B, T, self.heads, self.d_k).transpose(0, 2, 1, 3)
    def __call__(self, x, mask=None):
        q, k, v = (self.split(x @ W) for W in (self.Wq, self.Wk, self.Wv))
        out, self.weights = attention(q, k, v, mask)
        B, H, T, d = out.shape
        return out.transpose(0, 2, 1, 3).reshape(B, T, H * d) @ self.Wo
def layer_norm(x, eps=1e-5):
    mean, var = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
    return (x - mean) / np.sqrt(var + eps)
rng = np.random.default_rng(0)
x = rng.standard_normal((2, 3, 8))
causal = np.tril(np.ones((3, 3), dtype=bool))
mha = MultiHeadAttention(8, 2, rng)
y = mha(x, causal)
weights = mha.weights
normed = layer_norm(x + y)
single, w1 = attention(x[0], x[0], x[0])
sums = np.round(weights.sum(axis=-1), 12)
upper = weights[:, :, 0, 1:].max()
print(y.shape, weights.shape, sums.min(), upper, np.round(normed.mean(-1), 10).max())
