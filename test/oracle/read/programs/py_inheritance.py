"""Several bases, in the order that Python asks them."""
class Base:
    def __init__(self):
        print("Base")
        self.log = ["base"]
    def hello(self): return ["Base"]
class Left(Base):
    def __init__(self):
        print("Left")
        super().__init__()
        self.log.append("left")
    def hello(self): return ["Left"] + super().hello()
class Right(Base):
    def __init__(self):
        print("Right")
        super().__init__()
        self.log.append("right")
    def hello(self): return ["Right"] + super().hello()
class Both(Left, Right):
    def __init__(self):
        print("Both")
        super().__init__()
    def hello(self): return ["Both"] + super().hello()
both = Both()
print(both.hello(), both.log, [c.__name__ for c in Both.__mro__])

class Mixin:
    def shout(self): return self.name().upper() + "!"
class Dog(Mixin):
    def name(self): return "dog"
print(Dog().shout())

from abc import ABC, abstractmethod
class Function(ABC):
    @abstractmethod
    def forward(self, x): ...
    def __call__(self, x):
        return self.forward(x)
class Square(Function):
    def forward(self, x): return x ** 2
class Exp(Function):
    def forward(self, x): return 2 ** x
print([f(3) for f in (Square(), Exp())], isinstance(Square(), Function))
try:
    Function()
except TypeError as e:
    print("abstract classes are not made")

class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1]
s = Stack([1, 2])
s.push(3)
print(s, len(s), s.peek(), s.pop(), list(s), isinstance(s, list))
class Config(dict):
    def __getattr__(self, key): return self[key]
    def __setattr__(self, key, value): self[key] = value
c = Config(lr=0.1)
c.momentum = 0.9
print(c.lr, c["momentum"], sorted(c), isinstance(c, dict))
class Meters(float):
    def __repr__(self): return f"{float(self)}m"
class Parent:
    def template(self): return f"<{self.part()}>"
    def part(self): return "parent"
class Child(Parent):
    def part(self): return "child of " + super().part()
print(Child().template(), super(Child, Child()).part(), Parent.part(Child()))
class Node:
    class Inner:
        value = 7
    def __init__(self, value, next=None): self.value, self.next = value, next
chain = Node(1, Node(2, Node(3)))
node, seen = chain, []
while node is not None:
    seen.append(node.value)
    node = node.next
print(seen, Node.Inner.value, Node.Inner().value)
class Plugin:
    found = []
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.found.append(cls.__name__)
class A(Plugin): pass
class B(Plugin): pass
print(Plugin.found)
