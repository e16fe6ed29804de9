"""A decision tree by information gain, and AdaBoost of stumps."""
import numpy as np
def entropy(y):
    p = np.bincount(y) / len(y)
    return -np.sum([q * np.log2(q) for q in p if q > 0])
def best_split(X, y):
    best = {"gain": -1.0}
    for feature in range(X.shape[1]):
        for threshold in np.unique(X[:, feature]):
            left, right = y[X[:, feature] <= threshold], y[X[:, feature] > threshold]
            if len(left) == 0 or len(right) == 0: continue
            gain = entropy(y) - len(left) / len(y) * entropy(left) - len(right) / len(y) * entropy(right)
            if gain > best["gain"] + 1e-12: best = {"gain": gain, "feature": feature, "threshold": threshold}
    return best
class Node:
    def __init__(self, value=None, feature=None, threshold=None, left=None, right=None):
        self.value, self.feature, self.threshold, self.left, self.right = value, feature, threshold, left, right
def build(X, y, depth=0, max_depth=3):
    if depth == max_depth or len(set(y.tolist())) == 1: return Node(value=np.bincount(y).argmax())
    split = best_split(X, y)
    if split["gain"] <= 0: return Node(value=np.bincount(y).argmax())
    go_left = X[:, split["feature"]] <= split["threshold"]
    return Node(None, split["feature"], split["threshold"], build(X[go_left], y[go_left], depth + 1, max_depth), build(X[~go_left], y[~go_left], depth + 1, max_depth))
def predict_one(node, x):
    while node.value is None:
        node = node.left if x[node.feature] <= node.threshold else node.right
    return node.value
X = np.array([[2, 3], [3, 1], [1, 1], [6, 5], [7, 8], [8, 6], [2, 8], [3, 9]])
y = np.array([0, 0, 0, 1, 1, 1, 2, 2])
root = build(X, y)
predicted = np.array([predict_one(root, x) for x in X])
print(root.feature, root.threshold, predicted, f"{entropy(y):.4f}")
weights = np.full(len(X), 1 / len(X))
labels, alphas = np.where(y == 1, 1, -1), []
for t in range(3):
    errors = {(f, s): weights[np.where(X[:, f] > s, 1, -1) != labels].sum() for f in range(2) for s in (1, 3, 5, 7)}
    (f, s), error = min(errors.items(), key=lambda item: (round(item[1], 9), item[0]))
    alpha = 0.5 * np.log((1 - error + 1e-10) / (error + 1e-10))
    weights = weights * np.exp(-alpha * labels * np.where(X[:, f] > s, 1, -1))
    weights /= weights.sum()
    alphas.append((f, s, round(float(alpha), 4)))
print(alphas)
