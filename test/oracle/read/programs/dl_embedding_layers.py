"""Embedding layers, repeated indices, and tied gradients."""
import numpy as np
class Embedding:
    def __init__(self, W):
        self.params, self.grads, self.idx = [W], [np.zeros_like(W)], None
    def forward(self, idx):
        W, = self.params
        self.idx = idx
        return W[idx]
    def backward(self, dout):
        dW, = self.grads
        dW[...] = 0
        np.add.at(dW, self.idx, dout)
        return None
class EmbeddingDot:
    def __init__(self, W): self.embed, self.cache = Embedding(W), None
    def forward(self, h, idx):
        target_W = self.embed.forward(idx)
        out = np.sum(target_W * h, axis=1)
        self.cache = (h, target_W)
        return out
    def backward(self, dout):
        h, target_W = self.cache
        dout = dout.reshape(dout.shape[0], 1)
        self.embed.backward(dout * h)
        return dout * target_W
W = np.arange(21).reshape(7, 3) / 10
layer = EmbeddingDot(W)
idx = np.array([0, 3, 0, 1])
h = np.arange(12).reshape(4, 3) * 0.5
out = layer.forward(h, idx)
dh = layer.backward(np.array([1.0, 0.5, -1.0, 2.0]))
dW, = layer.embed.grads
loop = np.zeros_like(W)
for i, word_id in enumerate(idx): loop[word_id] += np.array([1.0, 0.5, -1.0, 2.0])[i] * h[i]
print(out, dh, dW, (loop == dW).all(), sep="\n")
positions = np.arange(4)[:, None]
i = np.arange(6)[None]
angles = positions / np.power(10000.0, (2 * (i // 2)) / 6)
encoding = np.zeros((4, 6))
encoding[:, 0::2], encoding[:, 1::2] = np.sin(angles[:, 0::2]), np.cos(angles[:, 1::2])
one_hot = np.eye(7, dtype=int)[idx]
same = one_hot @ W
print((same == W[idx]).all(), np.round(encoding[1], 4))
