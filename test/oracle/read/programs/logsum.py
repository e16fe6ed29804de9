import numpy as np
scores = np.array([[1., 2., 3.], [0.5, -1.5, 2.5]])
lse = np.log(np.sum(np.exp(scores - scores.max(axis=1, keepdims=True)), axis=1, keepdims=True)) + scores.max(1, keepdims=True)
logp = scores - lse
probs = np.exp(logp)
loss = -logp[range(2), [2, 0]].mean()
err = cross = np.nan_to_num(np.array([np.nan, np.inf, -np.inf, 1.]))
tiny = np.log1p(np.array([1e-10, 0.5]))
hyper = np.tanh(scores), np.sinh(scores[0]), np.arctan2(scores[0], scores[1])
t, sh, at = hyper
