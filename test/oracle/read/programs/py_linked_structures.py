"""Linked lists, stacks, queues, trees, tries and graphs."""
from collections import deque
import numpy as np
class Node:
    __slots__ = ("value", "next")
    def __init__(self, value, next=None): self.value, self.next = value, next
class LinkedList:
    def __init__(self, items=()):
        self.head, self._size = None, 0
        for item in items: self.append(item)
    def append(self, value):
        node = Node(value)
        if not self.head: self.head = node
        else:
            last = self.head
            while last.next: last = last.next
            last.next = node
        self._size += 1
    def reverse(self):
        previous, current = None, self.head
        while current: current.next, previous, current = previous, current, current.next
        self.head = previous
        return self
    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next
    def __len__(self): return self._size
    def __getitem__(self, i):
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError(i)
    def __repr__(self): return " -> ".join(map(str, self)) or "empty"
class BST:
    def __init__(self): self.root = None
    def insert(self, key):
        def put(node):
            if node is None: return {"key": key, "left": None, "right": None}
            side = "left" if key < node["key"] else "right"
            node[side] = put(node[side])
            return node
        self.root = put(self.root)
        return self
    def walk(self, node="root"):
        node = self.root if node == "root" else node
        if node:
            yield from self.walk(node["left"])
            yield node["key"]
            yield from self.walk(node["right"])
    def height(self, node="root"):
        node = self.root if node == "root" else node
        return 0 if node is None else 1 + max(self.height(node["left"]), self.height(node["right"]))
class Trie:
    def __init__(self): self.children, self.end = {}, False
    def add(self, word):
        node = self
        for c in word: node = node.children.setdefault(c, Trie())
        node.end = True
    def words(self, prefix=""):
        found = [prefix] if self.end else []
        for c in sorted(self.children): found += self.children[c].words(prefix + c)
        return found
items = LinkedList([3, 1, 2])
print(items, len(items), items[1], list(items.reverse()), 2 in items, LinkedList(), [*items])
tree = BST()
for k in [5, 2, 8, 1, 9, 3]: tree.insert(k)
trie = Trie()
for w in ("tea", "ten", "to", "inn"): trie.add(w)
print(list(tree.walk()), tree.height(), trie.words())
graph = {"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}
def topological(graph):
    seen, order = set(), []
    def visit(n):
        if n in seen: return
        seen.add(n)
        for m in sorted(graph[n]): visit(m)
        order.append(n)
    for n in graph: visit(n)
    return order[::-1]
names = sorted(graph)
adjacency = np.array([[int(b in graph[a]) for b in names] for a in names])
two_steps, reach = adjacency @ adjacency, np.linalg.matrix_power(adjacency + np.eye(4, dtype=int), 3) > 0
maze = ["..#.", ".#..", "...."]
def shortest(maze):
    queue, dist = deque([(0, 0)]), {(0, 0): 0}
    while queue:
        r, c = queue.popleft()
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            p = r + dr, c + dc
            if 0 <= p[0] < 3 and 0 <= p[1] < 4 and maze[p[0]][p[1]] == "." and p not in dist:
                dist[p] = dist[r, c] + 1
                queue.append(p)
    return dist
dist = shortest(maze)
field = np.array([[dist.get((r, c), -1) for c in range(4)] for r in range(3)])
print(topological(graph), two_steps, reach.astype(int), field, sep="\n")
