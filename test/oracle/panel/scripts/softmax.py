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

t = np.array([1, 0])
rows = Y.reshape(2, 2).astype(np.float64)
shifted = rows - np.max(rows, axis=1, keepdims=True)
sums = np.sum(np.exp(shifted), axis=1, keepdims=True)
L = -np.sum((shifted - np.log(sums))[np.arange(2), t]) / 2
dY = np.exp(shifted) / sums
dY[np.arange(2), t] -= 1
dY = dY.reshape(Y.shape) / 2
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
count += agree("L", L, 10.000051192549428, rtol=1e-9, atol=1.4e-12)
count += agree("dY", dY, np.array([
    [0.49996257688624474, -0.4999625768862447],
    [-0.4999862321544427, 0.49998623215444266]]), rtol=1e-9, atol=3.2e-14)
count += agree("dX", dX, np.array([
    [0.9999251537724894, 0.7499438653293671, -1.4998877306587342],
    [-0.9999724643088854, -0.7499793482316641, 1.499958696463328]]), rtol=1e-9, atol=2e-13)
count += agree("dW", layer.dW, np.array([
    [0.49996257688624474, -0.4999625768862447],
    [1.9998976180813748, -1.9998976180813748],
    [-1.999921273349573, 1.9999212733495728]]), rtol=1e-9, atol=2e-13)
count += agree("db", layer.db, np.array([-2.3655268197975143e-05, 2.3655268197975143e-05]), rtol=1e-9, atol=1.3e-13)
print(f"all {count} numbers agree")
