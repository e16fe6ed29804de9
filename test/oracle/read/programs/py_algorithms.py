"""Algorithms of a first course."""
import numpy as np

def bubble_sort(a):
    a = list(a)
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a
def quick_sort(a):
    if len(a) <= 1: return a
    p, *rest = a
    return quick_sort([x for x in rest if x < p]) + [p] + quick_sort([x for x in rest if x >= p])
def merge_sort(a):
    if len(a) < 2: return a
    m = len(a) // 2
    left, right, out = merge_sort(a[:m]), merge_sort(a[m:]), []
    while left and right:
        out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right
data = [5, 2, 9, 1, 5, 6]
print(bubble_sort(data), quick_sort(data), merge_sort(data), data)
def binary_search(a, x):
    low, high = 0, len(a) - 1
    while low <= high:
        mid = (low + high) // 2
        if a[mid] == x: return mid
        if a[mid] < x: low = mid + 1
        else: high = mid - 1
    return -1
print(binary_search(sorted(data), 6), binary_search(sorted(data), 7))
def edit_distance(a, b):
    d = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    d[:, 0], d[0] = np.arange(len(a) + 1), range(len(b) + 1)
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
    return d
table = edit_distance("kitten", "sitting")
print(table[-1, -1])
def sieve(n):
    is_prime = np.ones(n + 1, dtype=bool)
    is_prime[:2] = False
    for i in range(2, int(n ** 0.5) + 1):
        if is_prime[i]: is_prime[i * i::i] = False
    return np.nonzero(is_prime)[0]
primes = sieve(50)
print(primes)
import heapq
heap = []
for v in data: heapq.heappush(heap, v)
print([heapq.heappop(heap) for _ in range(3)], heapq.nsmallest(2, data), heapq.nlargest(2, data))
def dijkstra(graph, start):
    dist = {node: float("inf") for node in graph}
    dist[start], queue = 0, [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if d > dist[node]: continue
        for neighbour, w in graph[node].items():
            if d + w < dist[neighbour]:
                dist[neighbour] = d + w
                heapq.heappush(queue, (d + w, neighbour))
    return dist
print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}, "a"))
import bisect
print(bisect.bisect_left([1, 3, 5], 3), bisect.bisect([1, 3, 5], 3))
def knapsack(weights, values, capacity):
    best = np.zeros(capacity + 1)
    for w, v in zip(weights, values):
        for c in range(capacity, w - 1, -1):
            best[c] = max(best[c], best[c - w] + v)
    return best
best = knapsack([2, 3, 4], [3.0, 4.0, 6.0], 6)
def permutations(items):
    if not items: return [[]]
    return [[x] + p for i, x in enumerate(items) for p in permutations(items[:i] + items[i + 1:])]
print(best, len(permutations([1, 2, 3, 4])), permutations("ab" and [1, 2]))
def queens(n, placed=()):
    if len(placed) == n: return 1
    return sum(queens(n, placed + (c,)) for c in range(n) if all(c != p and abs(c - p) != len(placed) - r for r, p in enumerate(placed)))
print(queens(5))
life = np.zeros((5, 5), dtype=int)
life[2, 1:4] = 1
def evolve(g):
    n = sum(np.roll(np.roll(g, i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j)
    return ((n == 3) | ((g == 1) & (n == 2))).astype(int)
next_life = evolve(life)
again = evolve(next_life)
print(next_life, (again == life).all())
roman = {"M": 1000, "CM": 900, "D": 500, "X": 10, "IX": 9, "V": 5, "I": 1}
def to_roman(n): return "".join(k * (n // v) + ("" if (n := n % v) else "") for k, v in roman.items())
print(to_roman(2016), "racecar" == "racecar"[::-1], bin(37)[2:], int("100101", 2))
