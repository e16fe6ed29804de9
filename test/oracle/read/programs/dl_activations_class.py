"""Activation layers with forward and backward."""
import numpy as np
class Relu:
    def __init__(self): self.mask = None
    def forward(self, x):
        self.mask = (x <= 0)
        out = x.copy()
        out[self.mask] = 0
        return out
    def backward(self, dout):
        dout[self.mask] = 0
        dx = dout
        return dx
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out
    def backward(self, dout): return dout * (1.0 - self.out) * self.out
class Tanh:
    def forward(self, x):
        self.out = np.tanh(x)
        return self.out
    def backward(self, dout): return dout * (1 - self.out ** 2)
class LeakyRelu:
    def __init__(self, slope=0.01): self.slope = slope
    def forward(self, x):
        self.scale = np.where(x > 0, 1.0, self.slope)
        return x * self.scale
    def backward(self, dout): return dout * self.scale
class Softplus:
    def forward(self, x):
        self.x = x
        return np.log1p(np.exp(x))
    def backward(self, dout): return dout / (1 + np.exp(-self.x))
x = np.array([[1.0, -0.5], [-2.0, 3.0]])
results = {}
for layer in [Relu(), Sigmoid(), Tanh(), LeakyRelu(0.1), Softplus()]:
    y = layer.forward(x)
    dx = layer.backward(np.ones_like(x))
    results[type(layer).__name__] = y, dx
relu_y, relu_dx = results["Relu"]
leaky_y, leaky_dx = results["LeakyRelu"]
sig_y, sig_dx = results["Sigmoid"]
print(relu_y, relu_dx, leaky_y, np.round(sig_dx, 4), list(results), sep="\n")
gelu = 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x ** 3)))
elu = np.where(x > 0, x, np.exp(x) - 1)
swish = x / (1 + np.exp(-x))
