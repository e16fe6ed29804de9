"""k nearest neighbours with two loops, one loop and none (CS231n)."""
import numpy as np
from collections import Counter
class KNearestNeighbor:
    def train(self, X, y): self.X_train, self.y_train = X, y
    def compute_distances_two_loops(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in range(X.shape[0]):
            for j in range(self.X_train.shape[0]):
                dists[i, j] = np.sqrt(np.sum((X[i] - self.X_train[j]) ** 2))
        return dists
    def compute_distances_one_loop(self, X):
        dists = np.zeros((X.shape[0], self.X_train.shape[0]))
        for i in range(X.shape[0]):
            dists[i] = np.sqrt(np.sum((self.X_train - X[i]) ** 2, axis=1))
        return dists
    def compute_distances_no_loops(self, X):
        squares = np.sum(X ** 2, axis=1)[:, None] + np.sum(self.X_train ** 2, axis=1) - 2 * X @ self.X_train.T
        return np.sqrt(np.maximum(squares, 0))
    def predict_labels(self, dists, k=1):
        y_pred = np.zeros(len(dists), dtype=int)
        for i, row in enumerate(dists):
            closest_y = self.y_train[np.argsort(row, kind="stable")[:k]]
            y_pred[i] = np.bincount(closest_y).argmax()
        return y_pred
X_train = np.array([[1, 1], [2, 1], [1, 3], [7, 8], [8, 7], [9, 9], [1, 9], [2, 8]], dtype=float)
y_train = np.array([0, 0, 0, 1, 1, 1, 2, 2])
X_test = np.array([[2.0, 2.5], [8.0, 8.5], [1.5, 7.0]])
knn = KNearestNeighbor()
knn.train(X_train, y_train)
d2, d1, d0 = knn.compute_distances_two_loops(X_test), knn.compute_distances_one_loop(X_test), knn.compute_distances_no_loops(X_test)
print(np.allclose(d2, d1), np.allclose(d2, d0))
for k in (1, 3):
    predicted = knn.predict_labels(d2, k)
    print(k, predicted)
votes = Counter(y_train[np.argsort(d1[0])[:3]].tolist()).most_common(1)[0][0]
folds = np.array_split(X_train, 4)
left_out = [np.vstack(folds[:i] + folds[i + 1:]).shape for i in range(4)]
print(votes, left_out)
