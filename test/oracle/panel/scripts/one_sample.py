# An Affine layer, computed forward and backward. The numbers are those of layer.py.
import numpy as np

# Exactly the inputs
X = np.array([1.0, -2.0, 0.1])
W = np.array([
    [1.0, -1.0],
    [2.0, 0.5],
    [0.0, 3.0]])
b = np.array([0.5, -1.0])


class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW = np.outer(self.x, dout)
        self.db = dout
        return dx


layer = Affine(W, b)
Y = layer.forward(X)

# No gradient of Y is given: all ones, the gradient of the sum of its entries
dY = np.ones(Y.shape)
dX = layer.backward(dY)


# Each result against the numbers shown: atol allows for sums added in another order
def agree(name, result, shown, rtol, atol):
    assert np.shape(result) == np.shape(shown), name
    np.testing.assert_allclose(result, shown, rtol=rtol, atol=atol, err_msg=name)
    return np.size(shown)


count = 0
count += agree("XW", np.dot(X, W), np.array([-3.0, -1.7]), rtol=1e-9, atol=1.6e-14)
count += agree("Y", Y, np.array([-2.5, -2.7]), rtol=1e-9, atol=1.9e-14)
count += agree("dX", dX, np.array([0.0, 2.5, 3.0]), rtol=1e-9, atol=5.3e-15)
count += agree("dW", layer.dW, np.array([
    [1.0, 1.0],
    [-2.0, -2.0],
    [0.1, 0.1]]), rtol=1e-9, atol=1.8e-15)
count += agree("db", layer.db, np.array([1.0, 1.0]), rtol=1e-9, atol=1.8e-15)
print(f"all {count} numbers agree")
