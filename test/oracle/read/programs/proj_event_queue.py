"""A simulation with queues, events, generators and statistics."""
import heapq
import itertools
from collections import Counter, defaultdict, deque
import numpy as np
class Event:
    _ids = itertools.count()
    def __init__(self, time, kind, **data): self.time, self.kind, self.data, self.id = time, kind, data, next(self._ids)
    def __lt__(self, other): return (self.time, self.id) < (other.time, other.id)
    def __repr__(self): return f"<{self.kind}@{self.time:g}>"
class Simulation:
    def __init__(self):
        self.now, self.queue, self.handlers, self.log = 0, [], defaultdict(list), []
    def on(self, kind):
        def register(f):
            self.handlers[kind].append(f)
            return f
        return register
    def schedule(self, delay, kind, **data): heapq.heappush(self.queue, Event(self.now + delay, kind, **data))
    def run(self, until=float("inf")):
        while self.queue and self.queue[0].time <= until:
            event = heapq.heappop(self.queue)
            self.now = event.time
            self.log.append(event)
            for handler in self.handlers[event.kind]: handler(event)
            yield event
sim = Simulation()
waiting, served = deque(), []
@sim.on("arrive")
def arrive(event):
    waiting.append(event.data["name"])
    if len(waiting) == 1: sim.schedule(1.5, "serve")
@sim.on("serve")
def serve(event):
    served.append((waiting.popleft(), sim.now))
    if waiting: sim.schedule(1.5, "serve")
for i, gap in enumerate([0, 1, 1, 4]): sim.schedule(sum([0, 1, 1, 4][:i + 1]), "arrive", name=f"c{i}")
first = list(itertools.islice(sim.run(), 3))
rest = list(sim.run(until=5))
for event in sim.run(): pass
print(first, rest, sim.now, served, len(sim.queue), Counter(e.kind for e in sim.log))
times = np.array([t for _, t in served])
gaps = np.diff(times)
timeline = np.zeros((2, 8), dtype=int)
for e in sim.log: timeline[0 if e.kind == "arrive" else 1, int(e.time)] += 1
print(times, gaps, timeline, sep="\n")
