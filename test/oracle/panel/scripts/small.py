# An Affine layer, computed forward and backward. The numbers are those of layer.py.
import numpy as np

# Exactly the inputs
X = np.array([
    [1.0, 2.0, -1.0],
    [0.0, -2.0, 3.0]])
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
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return dx


layer = Affine(W, b)
Y = layer.forward(X)

dY = np.array([
    [1.0, -0.5],
    [2.0, 0.25]])
dX = layer.backward(dY)


# Each result against the numbers shown: atol allows for sums added in another order
def agree(name, result, shown, rtol, atol):
    assert np.shape(result) == np.shape(shown), name
    np.testing.assert_allclose(result, shown, rtol=rtol, atol=atol, err_msg=name)
    return np.size(shown)


count = 0
count += agree("XW", np.dot(X, W), np.array([
    [5.0, -3.0],
    [-4.0, 8.0]]), rtol=1e-9, atol=2.4e-14)
count += agree("Y", Y, np.array([
    [5.5, -4.0],
    [-3.5, 7.0]]), rtol=1e-9, atol=3.1e-14)
count += agree("dX", dX, np.array([
    [1.5, 1.75, -1.5],
    [1.75, 4.125, 0.75]]), rtol=1e-9, atol=1.1e-14)
count += agree("dW", layer.dW, np.array([
    [1.0, -0.5],
    [-2.0, -1.5],
    [5.0, 1.25]]), rtol=1e-9, atol=1.1e-14)
count += agree("db", layer.db, np.array([3.0, -0.25]), rtol=1e-9, atol=7.1e-15)
print(f"all {count} numbers agree")
