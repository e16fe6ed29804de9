# An Affine layer, computed forward and backward. The numbers are those of layer.py.
import numpy as np

# Exactly the inputs
X = np.array([
    [0.33333334, 0.6666667, -0.33333334],
    [0.0, -0.6666667, 1.0]], dtype=np.float32)
W = np.array([
    [1.0, -1.0],
    [2.0, 0.5],
    [0.0, 3.0]], dtype=np.float32)
b = np.array([0.5, -1.0], dtype=np.float32)


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
    [1.6666667, -1.0],
    [-1.3333334, 2.6666667]], dtype=np.float32), rtol=0.0001, atol=0.0000043)
count += agree("Y", Y, np.array([
    [2.1666667, -2.0],
    [-0.8333334, 1.6666667]], dtype=np.float32), rtol=0.0001, atol=0.0000058)
count += agree("dX", dX, np.array([
    [0.0, 2.5, 3.0],
    [0.0, 2.5, 3.0]]), rtol=0.0001, atol=0.0000029)
count += agree("dW", layer.dW, np.array([
    [0.3333333432674408, 0.3333333432674408],
    [0.0, 0.0],
    [0.6666666567325592, 0.6666666567325592]]), rtol=0.0001, atol=9.5e-7)
count += agree("db", layer.db, np.array([2.0, 2.0]), rtol=0.0001, atol=0.0000019)
print(f"all {count} numbers agree")
