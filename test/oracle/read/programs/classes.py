import numpy as np


class Tensor:
    count = 0

    def __init__(self, data, name=None):
        self.data = np.asarray(data, dtype=float)
        self.name = name
        self._grad = None
        Tensor.count += 1

    @property
    def shape(self):
        return self.data.shape

    @property
    def grad(self):
        if self._grad is None:
            self._grad = np.zeros_like(self.data)
        return self._grad

    @grad.setter
    def grad(self, value):
        self._grad = np.array(value)

    @classmethod
    def zeros(cls, *shape):
        return cls(np.zeros(shape))

    @staticmethod
    def scale():
        return 3

    def __add__(self, other):
        other = other if isinstance(other, Tensor) else Tensor(other)
        return Tensor(self.data + other.data)

    __radd__ = __add__

    def __mul__(self, other):
        return Tensor(self.data * getattr(other, 'data', other))

    def __matmul__(self, other):
        return Tensor(self.data @ other.data)

    def __neg__(self):
        return Tensor(-self.data)

    def __getitem__(self, i):
        return Tensor(self.data[i])

    def __setitem__(self, i, v):
        self.data[i] = v

    def __len__(self):
        return len(self.data)

    def __eq__(self, other):
        return np.array_equal(self.data, other.data)

    def __repr__(self):
        return f"Tensor({self.data.tolist()})"

    def __call__(self, x):
        return x + self.data


class Parameter(Tensor):
    def __init__(self, data):
        super().__init__(data, name='p')
        self.trainable = True

    def describe(self):
        return super().__repr__() + '*'


class Module:
    def __init__(self):
        self.params = []

    def __call__(self, *args, **kwargs):
        return self.forward(*args, **kwargs)

    def forward(self, x):
        raise NotImplementedError


class Linear(Module):
    def __init__(self, i, o):
        super().__init__()
        self.W = Parameter(np.arange(i * o).reshape(i, o))
        self.b = Parameter(np.zeros(o))
        self.params += [self.W, self.b]

    def forward(self, x, scale=1):
        return (x @ self.W + self.b) * scale


class Sequential(Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = layers
        for layer in layers:
            self.params.extend(layer.params)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


net = Sequential(Linear(2, 3), Linear(3, 1))
x = Tensor([[1, 2], [3, 4]])
out = net(x)
result = out.data
row = x[0].data
x[0] = 9
changed = x.data
added = (1 + x + [1, 1]).data
negated = (-x).data
z = Tensor.zeros(2, 2)
z.grad = [1, 2]
g = z.grad
counted = np.array([Tensor.count, len(x), Tensor.scale(), len(net.params)])
called = x(np.ones(2))
print(net.layers[0].W, net.layers[1].b.describe(), x == x, z.shape)
