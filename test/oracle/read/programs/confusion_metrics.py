"""Confusion matrix, precision, recall, F1, ROC and one-hot helpers."""
import numpy as np
def one_hot(labels, classes=None):
    classes = classes or labels.max() + 1
    out = np.zeros((labels.size, classes))
    out[np.arange(labels.size), labels.ravel()] = 1
    return out
def confusion_matrix(t, p, n):
    m = np.zeros((n, n), dtype=int)
    np.add.at(m, (t, p), 1)
    return m
t = np.array([0, 1, 2, 2, 1, 0, 2, 1])
p = np.array([0, 2, 2, 2, 1, 0, 1, 1])
C = confusion_matrix(t, p, 3)
T = one_hot(t)
counts = T.T @ one_hot(p)
accuracy = np.trace(C) / C.sum()
with np.errstate(divide="ignore", invalid="ignore"):
    precision = np.diag(C) / C.sum(axis=0)
    recall = np.diag(C) / C.sum(axis=1)
f1 = 2 * precision * recall / (precision + recall)
macro = f1.mean()
scores = np.array([0.1, 0.4, 0.35, 0.8])
truth = np.array([0, 0, 1, 1])
order = np.argsort(-scores)
tpr = np.cumsum(truth[order]) / truth.sum()
fpr = np.cumsum(1 - truth[order]) / (1 - truth).sum()
auc = np.trapz(np.r_[0, tpr], np.r_[0, fpr])
mae, mse = np.abs(t - p).mean(), ((t - p) ** 2).mean()
rmse = np.sqrt(mse)
labels = ["cat", "dog", "owl"]
print("".ljust(6) + " ".join(f"{l:>5}" for l in labels))
for name, row in zip(labels, C): print(f"{name:<6}" + " ".join(f"{v:>5d}" for v in row))
print((counts == C).all(), f"{accuracy:.3f} {macro:.4f} {auc:.3f} {mae} {rmse:.4f}", np.unique(p, return_counts=True)[1])
top2 = np.argsort(-np.array([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2]]), axis=1)[:, :2]
back = T.argmax(axis=1)
print(top2, (back == t).all())
