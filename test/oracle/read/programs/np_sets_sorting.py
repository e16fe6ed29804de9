"""Sorting, ranking, searching and counting."""
import numpy as np
x = np.array([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]); names = ["d", "a", "c", "b"]; scores = np.array([2.5, 9.0, 4.0, 9.0])
ordered = np.sort(x); backwards = np.sort(x)[::-1]; places = np.argsort(x, kind="stable"); ranks = np.empty_like(places); ranks[places] = np.arange(len(x)); top = np.argsort(-scores, kind="stable")[:2]; best = [names[i] for i in top]
unique, first, inverse, counts = np.unique(x, return_index=True, return_inverse=True, return_counts=True); found = np.searchsorted(ordered, [0, 3, 10]); right = np.searchsorted(ordered, 3, side="right"); inside = np.in1d([1, 7], x) if hasattr(np, "in1d") else np.isin([1, 7], x)
m = np.array([[3, 2], [1, 4], [3, 1]]); by_row = np.sort(m); by_col = np.sort(m, axis=0); flat = np.sort(m, axis=None); lex = m[np.lexsort((m[:, 1], m[:, 0]))]; largest = x[np.argmax(x)]; runs = np.flatnonzero(np.diff(ordered)) + 1; groups = np.split(ordered, runs)
binned = np.digitize(x, [2, 5]); hist = np.bincount(binned, minlength=4); cum = np.cumsum(hist); rows = np.unique(m[:, 0]); mask = np.isin(x, [1, 5]); where = np.argwhere(mask).ravel(); common = np.intersect1d(x, [9, 1, 7]); only = np.setdiff1d(x, [1, 2, 3]); sym = np.setxor1d([1, 2], [2, 3]); x.sort(); copy = x.copy(); copy[::-1].sort()
print(ordered, ranks, best, unique, counts, found, right, lex, [len(g) for g in groups], hist, where, common, only, sym, x, copy, sep="\n")
