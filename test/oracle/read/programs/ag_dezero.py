"""DeZero: Variable and Function with creators, generations, weak outputs and configuration."""
import contextlib
import heapq
import weakref
import numpy as np
class Config:
    enable_backprop = True
@contextlib.contextmanager
def using_config(name, value):
    old_value = getattr(Config, name)
    setattr(Config, name, value)
    try:
        yield None
    finally:
        setattr(Config, name, old_value)
def no_grad(): return using_config("enable_backprop", False)
def as_array(x): return np.array(x) if np.isscalar(x) else x
def as_variable(obj): return obj if isinstance(obj, Variable) else Variable(obj)
class Variable:
    __array_priority__ = 200
    def __init__(self, data, name=None):
        if data is not None and not isinstance(data, np.ndarray):
            raise TypeError("{} is not supported".format(type(data)))
        self.data, self.name, self.grad, self.creator, self.generation = data, name, None, None, 0
    @property
    def shape(self): return self.data.shape
    @property
    def T(self): return transpose(self)
    def __len__(self): return len(self.data)
    def __repr__(self):
        if self.data is None: return "variable(None)"
        return "variable(" + str(self.data).replace("\n", "\n" + " " * 9) + ")"
    def set_creator(self, func): self.creator, self.generation = func, func.generation + 1
    def cleargrad(self): self.grad = None
    def backward(self, retain_grad=False):
        if self.grad is None: self.grad = np.ones_like(self.data)
        funcs, seen_set = [], set()
        def add_func(f):
            if f not in seen_set:
                funcs.append(f)
                seen_set.add(f)
                funcs.sort(key=lambda x: x.generation)
        add_func(self.creator)
        while funcs:
            f = funcs.pop()
            gys = [output.grad for output in f.outputs]
            gxs = f.backward(*gys)
            if not isinstance(gxs, tuple): gxs = (gxs,)
            for x, gx in zip(f.inputs, gxs):
                x.grad = gx if x.grad is None else x.grad + gx
                if x.creator is not None: add_func(x.creator)
            if not retain_grad:
                for y in f.outputs: y.grad = None
class Function:
    def __call__(self, *inputs):
        inputs = [as_variable(x) for x in inputs]
        ys = self.forward(*[x.data for x in inputs])
        if not isinstance(ys, tuple): ys = (ys,)
        outputs = [Variable(as_array(y)) for y in ys]
        if Config.enable_backprop:
            self.generation = max([x.generation for x in inputs])
            for output in outputs: output.set_creator(self)
            self.inputs, self.outputs = inputs, outputs
        return outputs if len(outputs) > 1 else outputs[0]
class Add(Function):
    def forward(self, x0, x1):
        self.x0_shape, self.x1_shape = x0.shape, x1.shape
        return x0 + x1
    def backward(self, gy): return sum_to(gy, self.x0_shape), sum_to(gy, self.x1_shape)
class Mul(Function):
    def forward(self, x0, x1): return x0 * x1
    def backward(self, gy):
        x0, x1 = self.inputs[0].data, self.inputs[1].data
        return sum_to(gy * x1, x0.shape), sum_to(gy * x0, x1.shape)
class Pow(Function):
    def __init__(self, c): self.c = c
    def forward(self, x): return x ** self.c
    def backward(self, gy): return self.c * self.inputs[0].data ** (self.c - 1) * gy
class MatMul(Function):
    def forward(self, x, W): return x.dot(W)
    def backward(self, gy):
        x, W = (v.data for v in self.inputs)
        return gy.dot(W.T), x.T.dot(gy)
class Tanh(Function):
    def forward(self, x): return np.tanh(x)
    def backward(self, gy): return gy * (1 - self.outputs[0].data ** 2)
class Sum(Function):
    def forward(self, x):
        self.x_shape = x.shape
        return x.sum()
    def backward(self, gy): return np.broadcast_to(gy, self.x_shape)
class Transpose(Function):
    def forward(self, x): return np.transpose(x)
    def backward(self, gy): return np.transpose(gy)
def sum_to(x, shape):
    ndim = len(shape)
    lead = x.ndim - ndim
    lead_axis = tuple(range(lead))
    axis = tuple([i + lead for i, sx in enumerate(shape) if sx == 1])
    y = x.sum(lead_axis + axis, keepdims=True)
    if lead > 0: y = y.squeeze(lead_axis)
    return y
def add(x0, x1): return Add()(x0, as_array(x1))
def mul(x0, x1): return Mul()(x0, as_array(x1))
def matmul(x, W): return MatMul()(x, W)
def tanh(x): return Tanh()(x)
def transpose(x): return Transpose()(x)
Variable.__add__ = add
Variable.__radd__ = add
Variable.__mul__ = mul
Variable.__rmul__ = mul
Variable.__neg__ = lambda self: mul(self, -1.0)
Variable.__sub__ = lambda self, other: add(self, -other)
Variable.__pow__ = lambda self, c: Pow(c)(self)
Variable.__matmul__ = matmul
Variable.sum = lambda self: Sum()(self)
x = Variable(np.array(2.0))
a = x ** 2
y = a ** 2 + a ** 2
y.backward()
print(y, x.grad, y.generation)
p, q = Variable(np.array(1.0)), Variable(np.array(1.0))
z = 0.26 * (p ** 2 + q ** 2) + -0.48 * p * q
z.backward()
print(np.round(p.grad, 4), np.round(q.grad, 4))
np.random.seed(0)
X, t = Variable(np.random.rand(5, 2)), np.random.rand(5, 1)
W1, b1, W2 = Variable(np.random.randn(2, 3)), Variable(np.zeros(3)), Variable(np.random.randn(3, 1))
for i in range(5):
    h = tanh(X @ W1 + b1)
    loss = ((h @ W2 - t) ** 2).sum() * (1 / 5)
    for v in (W1, b1, W2): v.cleargrad()
    loss.backward()
    for v in (W1, b1, W2): v.data -= 0.1 * v.grad
W1_data, b1_grad = W1.data, b1.grad
with no_grad():
    free = tanh(X @ W1 + b1)
print(f"{float(loss.data):.6f}", free.creator is None, Config.enable_backprop, X.T.shape, len(X))
try:
    Variable(1.0)
except TypeError as e:
    print("refused", "float" in str(e))
