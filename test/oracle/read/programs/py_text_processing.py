"""Words, counts and tables of text."""
import re
import string
from collections import Counter
import numpy as np

text = "You say goodbye and I say hello."
def preprocess(text):
    text = text.lower().replace(".", " .")
    words = text.split(" ")
    word_to_id, id_to_word = {}, {}
    for word in words:
        if word not in word_to_id:
            new_id = len(word_to_id)
            word_to_id[word] = new_id
            id_to_word[new_id] = word
    return np.array([word_to_id[w] for w in words]), word_to_id, id_to_word
corpus, word_to_id, id_to_word = preprocess(text)
print(corpus, id_to_word)
def create_co_matrix(corpus, vocab_size, window_size=1):
    corpus_size = len(corpus)
    co_matrix = np.zeros((vocab_size, vocab_size), dtype=np.int32)
    for idx, word_id in enumerate(corpus):
        for i in range(1, window_size + 1):
            left_idx, right_idx = idx - i, idx + i
            if left_idx >= 0:
                co_matrix[word_id, corpus[left_idx]] += 1
            if right_idx < corpus_size:
                co_matrix[word_id, corpus[right_idx]] += 1
    return co_matrix
C = create_co_matrix(corpus, len(word_to_id))
print(C)
def cos_similarity(x, y, eps=1e-8):
    nx = x / np.sqrt(np.sum(x ** 2) + eps)
    ny = y / np.sqrt(np.sum(y ** 2) + eps)
    return np.dot(nx, ny)
similarity = cos_similarity(C[word_to_id["you"]], C[word_to_id["i"]])
print("%.6f" % similarity)
def most_similar(query, top=3):
    q = C[word_to_id[query]]
    scores = np.array([cos_similarity(C[i], q) for i in range(len(C))])
    found = []
    for i in (-1 * scores).argsort(kind="stable"):
        if id_to_word[i] == query: continue
        found.append(f" {id_to_word[i]}: {scores[i]:.4f}")
        if len(found) == top: return found
print(most_similar("you"))
def ppmi(C, eps=1e-8):
    M = np.zeros_like(C, dtype=np.float32)
    N, S = np.sum(C), np.sum(C, axis=0)
    for i in range(C.shape[0]):
        for j in range(C.shape[1]):
            pmi = np.log2(C[i, j] * N / (S[j] * S[i]) + eps)
            M[i, j] = max(0, pmi)
    return M
W = ppmi(C)
print(W[0])
def caesar(s, k):
    return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar("hello world", 3), caesar(caesar("abc", 5), -5), string.ascii_lowercase[:3], string.digits)
letters = Counter(c for c in text.lower() if c.isalpha())
for letter, n in sorted(letters.items(), key=lambda kv: (-kv[1], kv[0]))[:3]:
    print(f"{letter!r:<5}{n:>3} {'#' * n}")
rows = [("name", "n"), ("alpha", 1), ("be", 22)]
for name, n in rows:
    print(f"| {name:<6} | {n:>4} |")
chars = sorted(set("hello"))
one_hot = np.array([[1 if c == k else 0 for k in chars] for c in "hello"])
print(one_hot, [line.strip() for line in " a \n b ".split("\n")], "Title Case".split()[0].lower())
ngrams = [text[i:i + 3] for i in range(0, 9, 3)]
print(ngrams, "".join(reversed("abc")), text.count("say"), " ".join(w.capitalize() for w in "the end".split()))
