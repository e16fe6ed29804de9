"""Gaussian naive Bayes."""
import numpy as np
class GaussianNB:
    def fit(self, X, y):
        self.classes = np.unique(y)
        self.stats = {}
        for c in self.classes:
            own = X[y == c]
            self.stats[c] = {"mean": own.mean(axis=0), "var": own.var(axis=0) + 1e-9, "prior": len(own) / len(X)}
        return self
    def _log_likelihood(self, x, mean, var):
        return np.sum(-0.5 * np.log(2 * np.pi * var) - (x - mean) ** 2 / (2 * var))
    def predict(self, X):
        predictions = []
        for x in X:
            posteriors = [np.log(s["prior"]) + self._log_likelihood(x, s["mean"], s["var"]) for s in self.stats.values()]
            predictions.append(self.classes[np.argmax(posteriors)])
        return np.array(predictions)
X = np.array([[6.0, 180, 12], [5.92, 190, 11], [5.58, 170, 12], [5.92, 165, 10], [5.0, 100, 6], [5.5, 150, 8], [5.42, 130, 7], [5.75, 150, 9]])
y = np.array([0, 0, 0, 0, 1, 1, 1, 1])
model = GaussianNB().fit(X, y)
mean0, var1 = model.stats[0]["mean"], model.stats[1]["var"]
predicted = model.predict(np.array([[6.0, 130, 8], [5.9, 185, 11]]))
print(mean0, predicted, (model.predict(X) == y).all())
