"""A NumPy autograd in the style of PyTorch: tensors, a graph, modules and an optimizer."""
from __future__ import annotations
from typing import Callable, List, NamedTuple, Optional, Tuple
import inspect
import numpy as np
class Dependency(NamedTuple):
    tensor: "Tensor"
    grad_fn: Callable
def unbroadcast(grad, shape):
    for _ in range(grad.ndim - len(shape)): grad = grad.sum(axis=0)
    for i, dim in enumerate(shape):
        if dim == 1: grad = grad.sum(axis=i, keepdims=True)
    return grad
class Tensor:
    def __init__(self, data, requires_grad: bool = False, depends_on: Optional[List[Dependency]] = None) -> None:
        self.data = np.asarray(data, dtype=float)
        self.requires_grad, self.depends_on, self.grad = requires_grad, depends_on or [], None
        if requires_grad: self.zero_grad()
    shape = property(lambda self: self.data.shape)
    def zero_grad(self) -> None: self.grad = np.zeros_like(self.data)
    def backward(self, grad=None) -> None:
        assert self.requires_grad, "called backward on a tensor without gradient"
        if grad is None:
            if self.shape == (): grad = np.array(1.0)
            else: raise RuntimeError("grad must be given")
        self.grad = self.grad + grad
        for dependency in self.depends_on:
            dependency.tensor.backward(dependency.grad_fn(grad))
    def _make(self, data, *pairs):
        depends = [Dependency(t, fn) for t, fn in pairs if t.requires_grad]
        return Tensor(data, bool(depends), depends)
    def __add__(self, other):
        other = ensure(other)
        return self._make(self.data + other.data, (self, lambda g: unbroadcast(g, self.shape)), (other, lambda g: unbroadcast(g, other.shape)))
    def __mul__(self, other):
        other = ensure(other)
        return self._make(self.data * other.data, (self, lambda g: unbroadcast(g * other.data, self.shape)), (other, lambda g: unbroadcast(g * self.data, other.shape)))
    def __matmul__(self, other):
        return self._make(self.data @ other.data, (self, lambda g: g @ other.data.T), (other, lambda g: self.data.T @ g))
    def __neg__(self): return self._make(-self.data, (self, lambda g: -g))
    def __sub__(self, other): return self + -ensure(other)
    def __getitem__(self, idx):
        def grad_fn(g):
            bigger = np.zeros_like(self.data)
            bigger[idx] = g
            return bigger
        return self._make(self.data[idx], (self, grad_fn))
    def sum(self): return self._make(self.data.sum(), (self, lambda g: g * np.ones_like(self.data)))
    def tanh(self):
        data = np.tanh(self.data)
        return self._make(data, (self, lambda g: g * (1 - data * data)))
    __radd__, __rmul__ = __add__, __mul__
    def __repr__(self): return f"Tensor({self.data}, requires_grad={self.requires_grad})"
def ensure(value): return value if isinstance(value, Tensor) else Tensor(value)
class Module:
    def parameters(self):
        for name, value in self.__dict__.items():
            if isinstance(value, Tensor) and value.requires_grad: yield value
            elif isinstance(value, Module): yield from value.parameters()
    def zero_grad(self):
        for p in self.parameters(): p.zero_grad()
    def __call__(self, x): return self.forward(x)
class Linear(Module):
    def __init__(self, n, m, rng): self.W, self.b = Tensor(rng.normal(0, 0.5, (n, m)), True), Tensor(np.zeros(m), True)
    def forward(self, x): return x @ self.W + self.b
class Net(Module):
    def __init__(self, rng): self.first, self.second = Linear(3, 4, rng), Linear(4, 1, rng)
    def forward(self, x): return self.second(self.first(x).tanh())
class SGD:
    def __init__(self, lr): self.lr = lr
    def step(self, module):
        for p in module.parameters(): p.data -= self.lr * p.grad
rng = np.random.default_rng(0)
x, y = Tensor(rng.random((8, 3))), Tensor(rng.random((8, 1)))
net, optimizer, losses = Net(rng), SGD(0.02), []
for epoch in range(6):
    net.zero_grad()
    error = net(x) - y
    loss = (error * error).sum()
    loss.backward()
    optimizer.step(net)
    losses.append(float(loss.data))
history = np.array(losses)
gW = net.first.W.grad
total = sum(p.data.size for p in net.parameters())
t = Tensor([1.0, 2.0, 3.0], requires_grad=True)
t[1:].sum().backward()
picked = t.grad
print(bool((np.diff(history) < 0).all()), total, picked, t, Tensor([[1, 2]]) * 2)
