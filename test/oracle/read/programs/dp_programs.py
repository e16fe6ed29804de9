"""Dynamic programming: Fibonacci, LCS, knapsack, edit distance, Viterbi, matrix chains."""
from functools import lru_cache
import numpy as np
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
@lru_cache
def paths(r, c): return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
def lcs(a, b):
    table = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            table[i, j] = table[i - 1, j - 1] + 1 if x == y else max(table[i - 1, j], table[i, j - 1])
    i, j, out = len(a), len(b), []
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1]); i -= 1; j -= 1
        elif table[i - 1, j] >= table[i, j - 1]: i -= 1
        else: j -= 1
    return table, "".join(reversed(out))
table, common = lcs("AGGTAB", "GXTXAYB")
def coin_change(coins, amount):
    best = [0] + [float("inf")] * amount
    for a in range(1, amount + 1):
        best[a] = min((best[a - c] + 1 for c in coins if c <= a), default=float("inf"))
    return best
change = np.array(coin_change([1, 5, 12], 16))
def matrix_chain(dims):
    n = len(dims) - 1
    cost = np.zeros((n, n))
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            cost[i, j] = min(cost[i, k] + cost[k + 1, j] + dims[i] * dims[k + 1] * dims[j + 1] for k in range(i, j))
    return cost
chain = matrix_chain([10, 30, 5, 60])
def viterbi(obs, start, trans, emit):
    V, back = np.log(start) + np.log(emit[:, obs[0]]), []
    for o in obs[1:]:
        scores = V[:, None] + np.log(trans)
        back.append(scores.argmax(axis=0))
        V = scores.max(axis=0) + np.log(emit[:, o])
    state = int(V.argmax())
    path = [state]
    for pointers in reversed(back):
        state = int(pointers[state])
        path.insert(0, state)
    return V, path
V, path = viterbi([0, 1, 2], np.array([0.6, 0.4]), np.array([[0.7, 0.3], [0.4, 0.6]]), np.array([[0.5, 0.4, 0.1], [0.1, 0.3, 0.6]]))
gamma, rewards = 0.9, np.array([0, 0, 0, 1.0])
values = np.zeros(4)
for sweep in range(20):
    new = np.array([rewards[s] + gamma * max(values[max(0, s - 1)], values[min(3, s + 1)]) if s < 3 else rewards[s] for s in range(4)])
    if np.abs(new - values).max() < 1e-10: break
    values = new
stair = [1, 1]
for _ in range(8): stair.append(stair[-1] + stair[-2])
print(fib(50), paths(5, 5), table[-1, -1], common, change[-1], chain[0, -1], path, values, sweep, stair[-1])
