"""A state machine, observers, singletons, factories and strategies."""
import functools
from enum import Enum, auto
import numpy as np
class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    DONE = auto()
class Machine:
    transitions = {(State.IDLE, "start"): State.RUNNING, (State.RUNNING, "stop"): State.DONE, (State.DONE, "reset"): State.IDLE}
    def __init__(self): self.state, self.listeners, self.trail = State.IDLE, [], []
    def listen(self, f): self.listeners.append(f); return f
    def send(self, event):
        before = self.state
        try:
            self.state = self.transitions[self.state, event]
        except KeyError:
            raise ValueError(f"cannot {event} while {before.name}") from None
        for f in self.listeners: f(before, self.state)
class Singleton:
    _instance = None
    def __new__(cls, *args, **kwargs):
        if cls._instance is None: cls._instance = super().__new__(cls)
        return cls._instance
    def __init__(self, value=0): self.value = value
class Meta(type): pass
class Shape:
    registry = {}
    def __init_subclass__(cls, sides=0, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.sides = sides
        Shape.registry[cls.__name__.lower()] = cls
    @classmethod
    def create(cls, name, *args): return cls.registry[name](*args)
class Triangle(Shape, sides=3): pass
class Square(Shape, sides=4):
    def __init__(self, size=1): self.size = size
class Lazy:
    def __init__(self, f): self.f, self.name = f, f.__name__
    def __call__(self, obj):
        value = self.f(obj)
        setattr(obj, "_" + self.name, value)
        return value
machine = Machine()
@machine.listen
def log(before, after): machine.trail.append(f"{before.name}>{after.name}")
for event in ("start", "stop", "stop", "reset"):
    try:
        machine.send(event)
    except ValueError as e:
        print("error:", e)
print(machine.trail, machine.state, machine.state is State.IDLE)
one, two = Singleton(1), Singleton(2)
print(one is two, one.value, [Shape.create(n).sides for n in sorted(Shape.registry)], Shape.create("square", 5).size)
strategies = {"mean": np.mean, "max": np.max, "range": lambda v: v.max() - v.min(), "rms": lambda v: np.sqrt((v ** 2).mean())}
v = np.array([1.0, 4.0, 2.0])
summary = np.array([f(v) for f in strategies.values()])
def pipeline(*steps): return functools.reduce(lambda f, g: lambda x: g(f(x)), steps)
clean = pipeline(lambda x: x - x.mean(), lambda x: x / np.abs(x).max(), np.round)
cleaned = clean(v)
curried = lambda a: lambda b: lambda c: a + b * c
print(dict(zip(strategies, np.round(summary, 4))), cleaned, curried(1)(2)(3), Lazy(len).name)
