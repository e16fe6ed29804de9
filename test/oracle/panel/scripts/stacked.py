# An Affine layer, computed forward and backward. The numbers are those of layer.py.
import numpy as np

# Exactly the inputs
X = np.array([
    [[-5.0, 2.0, -2.0],
    [5.0, 1.0, -3.0]],

    [[4.0, 0.0, -4.0],
    [3.0, -1.0, -5.0]]])
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
        self.dW = np.dot(self.x.reshape(-1, 3).T, dout.reshape(-1, 2))
        self.db = np.sum(dout, axis=(0, 1))
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
count += agree("XW", np.dot(X, W), np.array([
    [[-1.0, 0.0],
    [7.0, -13.5]],

    [[4.0, -16.0],
    [1.0, -18.5]]]), rtol=1e-9, atol=4e-14)
count += agree("Y", Y, np.array([
    [[-0.5, -1.0],
    [7.5, -14.5]],

    [[4.5, -17.0],
    [1.5, -19.5]]]), rtol=1e-9, atol=5.8e-14)
count += agree("dX", dX, np.array([
    [[0.0, 2.5, 3.0],
    [0.0, 2.5, 3.0]],

    [[0.0, 2.5, 3.0],
    [0.0, 2.5, 3.0]]]), rtol=1e-9, atol=5.3e-15)
count += agree("dW", layer.dW, np.array([
    [7.0, 7.0],
    [2.0, 2.0],
    [-14.0, -14.0]]), rtol=1e-9, atol=1.8e-14)
count += agree("db", layer.db, np.array([4.0, 4.0]), rtol=1e-9, atol=7.1e-15)
print(f"all {count} numbers agree")
