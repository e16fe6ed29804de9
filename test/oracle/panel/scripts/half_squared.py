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

T = np.array([
    [1.0, 0.0],
    [0.0, 0.1]])
L = 0.5 * np.sum((Y - T) ** 2) / 2
dY = (Y - T) / 2
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
count += agree("L", L, 24.027500000000003, rtol=1e-9, atol=1.4e-12)
count += agree("dY", dY, np.array([
    [2.25, -2.0],
    [-1.75, 3.45]]), rtol=1e-9, atol=3.5e-14)
count += agree("dX", dX, np.array([
    [4.25, 3.5, -6.0],
    [-5.2, -1.775, 10.350000000000001]]), rtol=1e-9, atol=2.3e-13)
count += agree("dW", layer.dW, np.array([
    [2.25, -2.0],
    [8.0, -10.9],
    [-7.5, 12.350000000000001]]), rtol=1e-9, atol=2.3e-13)
count += agree("db", layer.db, np.array([0.5, 1.4500000000000002]), rtol=1e-9, atol=1.5e-13)
print(f"all {count} numbers agree")
