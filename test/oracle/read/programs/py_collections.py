"""collections: Counter, defaultdict, deque, OrderedDict, ChainMap."""
from collections import Counter, OrderedDict, defaultdict, deque
import collections
import numpy as np

c = Counter("abracadabra")
print(c.most_common(2), c["a"], c["z"], sum(c.values()), sorted(c.elements())[:4])
c.update("zzz")
c["b"] += 5
print(c.most_common(3), Counter([1, 1, 2]) + Counter([1, 3]), Counter(a=3) - Counter(a=1))
print(c, dict(Counter("aab")))
d = defaultdict(list)
for word in ["apple", "avocado", "bean"]:
    d[word[0]].append(word)
print(dict(d), "z" in d, d["z"], "z" in d, d)
tree = defaultdict(lambda: defaultdict(int))
tree["x"]["y"] += 1
print(tree["x"]["y"], tree["p"]["q"])
counts = defaultdict(int)
for x in [3, 1, 3]: counts[x] += 1
print(sorted(counts.items()), counts)
q = deque([1, 2, 3], maxlen=4)
q.append(4)
q.append(5)
q.appendleft(0)
print(q, q.popleft(), q.pop(), len(q), q[0], q[-1], list(q), 3 in q)
q.rotate(1)
q.extend([7, 8])
print(q, deque("ab"), q.maxlen)
q.extendleft("xy")
q.clear()
print(q, bool(q))
o = OrderedDict([("b", 1), ("a", 2)])
o["c"] = 3
o.move_to_end("b")
print(o, list(o), o.popitem(last=False), o == OrderedDict(c=3, b=1))
graph = {0: [1, 2], 1: [3], 2: [3], 3: []}
def bfs(start):
    seen, order, queue = {start}, [], deque([start])
    while queue:
        node = queue.popleft()
        order.append(node)
        for n in graph[node]:
            if n not in seen:
                seen.add(n)
                queue.append(n)
    return order
order = np.array(bfs(0))
print(order)
history = collections.defaultdict(list)
for step in range(3):
    history["loss"].append(1 / (step + 1))
losses = np.array(history["loss"])
print(losses, max(Counter([2, 2, 5]).items(), key=lambda kv: kv[1]))
