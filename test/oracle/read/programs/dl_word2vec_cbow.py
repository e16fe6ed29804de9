"""CBOW: contexts, targets, embedding layers and negative sampling."""
import collections
import numpy as np
def preprocess(text):
    words = text.lower().replace(".", " .").split(" ")
    word_to_id, id_to_word = {}, {}
    for word in words:
        if word not in word_to_id:
            word_to_id[word] = len(word_to_id)
            id_to_word[word_to_id[word]] = word
    return np.array([word_to_id[w] for w in words]), word_to_id, id_to_word
def create_contexts_target(corpus, window_size=1):
    target, contexts = corpus[window_size:-window_size], []
    for idx in range(window_size, len(corpus) - window_size):
        cs = []
        for t in range(-window_size, window_size + 1):
            if t == 0: continue
            cs.append(corpus[idx + t])
        contexts.append(cs)
    return np.array(contexts), np.array(target)
def convert_one_hot(corpus, vocab_size):
    N = corpus.shape[0]
    if corpus.ndim == 1:
        one_hot = np.zeros((N, vocab_size), dtype=np.int32)
        for idx, word_id in enumerate(corpus): one_hot[idx, word_id] = 1
    else:
        C = corpus.shape[1]
        one_hot = np.zeros((N, C, vocab_size), dtype=np.int32)
        for idx_0, word_ids in enumerate(corpus):
            for idx_1, word_id in enumerate(word_ids): one_hot[idx_0, idx_1, word_id] = 1
    return one_hot
class MatMul:
    def __init__(self, W): self.params, self.grads, self.x = [W], [np.zeros_like(W)], None
    def forward(self, x):
        W, = self.params
        self.x = x
        return np.dot(x, W)
    def backward(self, dout):
        W, = self.params
        dx, dW = np.dot(dout, W.T), np.dot(self.x.T, dout)
        self.grads[0][...] = dW
        return dx
class SimpleCBOW:
    def __init__(self, vocab_size, hidden_size):
        W_in, W_out = 0.01 * np.random.randn(vocab_size, hidden_size).astype("f"), 0.01 * np.random.randn(hidden_size, vocab_size).astype("f")
        self.in_layer0, self.in_layer1, self.out_layer = MatMul(W_in), MatMul(W_in), MatMul(W_out)
        self.params = self.in_layer0.params + self.out_layer.params
        self.word_vecs = W_in
    def forward(self, contexts, target):
        h = (self.in_layer0.forward(contexts[:, 0]) + self.in_layer1.forward(contexts[:, 1])) * 0.5
        score = self.out_layer.forward(h)
        e = np.exp(score - score.max(axis=1, keepdims=True))
        self.y, self.t = e / e.sum(axis=1, keepdims=True), target.argmax(axis=1)
        return -np.log(self.y[np.arange(len(self.t)), self.t] + 1e-7).mean()
    def backward(self):
        ds = self.y.copy()
        ds[np.arange(len(self.t)), self.t] -= 1
        da = self.out_layer.backward(ds / len(self.t)) * 0.5
        self.in_layer1.backward(da), self.in_layer0.backward(da)
np.random.seed(0)
corpus, word_to_id, id_to_word = preprocess("You say goodbye and I say hello.")
contexts, target = create_contexts_target(corpus)
vocab_size = len(word_to_id)
c1, t1 = convert_one_hot(contexts, vocab_size), convert_one_hot(target, vocab_size)
model = SimpleCBOW(vocab_size, 5)
loss = model.forward(c1, t1)
model.backward()
vector = model.word_vecs[word_to_id["say"]]
counts = collections.Counter()
for word_id in corpus: counts[word_id] += 1
p = np.array([counts[i] for i in range(vocab_size)], dtype=float)
p = np.power(p, 0.75)
p /= np.sum(p)
negatives = np.random.choice(vocab_size, size=(2, 3), replace=True, p=p)
print(contexts, target, f"{loss:.5f}", vector.dtype, np.round(p, 4), negatives, sep="\n")
