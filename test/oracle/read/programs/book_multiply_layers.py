"""Apples and oranges: computational graphs as layers."""
import numpy as np
class MulLayer:
    def __init__(self):
        self.x = None
        self.y = None
    def forward(self, x, y):
        self.x = x
        self.y = y
        out = x * y
        return out
    def backward(self, dout):
        dx = dout * self.y
        dy = dout * self.x
        return dx, dy
class AddLayer:
    def __init__(self):
        pass
    def forward(self, x, y):
        out = x + y
        return out
    def backward(self, dout):
        dx = dout * 1
        dy = dout * 1
        return dx, dy
apple, apple_num, orange, orange_num, tax = 100, 2, 150, 3, 1.1
mul_apple_layer, mul_orange_layer, add_apple_orange_layer, mul_tax_layer = MulLayer(), MulLayer(), AddLayer(), MulLayer()
apple_price = mul_apple_layer.forward(apple, apple_num)
orange_price = mul_orange_layer.forward(orange, orange_num)
all_price = add_apple_orange_layer.forward(apple_price, orange_price)
price = mul_tax_layer.forward(all_price, tax)
dprice = 1
dall_price, dtax = mul_tax_layer.backward(dprice)
dapple_price, dorange_price = add_apple_orange_layer.backward(dall_price)
dorange, dorange_num = mul_orange_layer.backward(dorange_price)
dapple, dapple_num = mul_apple_layer.backward(dapple_price)
print("price:", int(price))
print("dApple:", dapple, "dOrange:", dorange, "dTax:", dtax, int(dapple_num), round(dorange_num, 1))
mul, add = MulLayer(), AddLayer()
z = add.forward(mul.forward(np.array([1.0, 2.0]), np.array([3.0, 4.0])), np.array([0.5, 0.5]))
dz, dc = add.backward(np.ones(2))
da, db = mul.backward(dz)
print(z, da, db, dc)
