"""AND, NAND, OR and XOR as perceptrons."""
import numpy as np
def AND(x1, x2):
    x = np.array([x1, x2])
    w = np.array([0.5, 0.5])
    b = -0.7
    tmp = np.sum(w * x) + b
    if tmp <= 0:
        return 0
    else:
        return 1
def make_gate(w, b):
    w = np.array(w)
    def gate(*inputs): return int(np.sum(w * np.array(inputs)) + b > 0)
    return gate
NAND, OR = make_gate([-0.5, -0.5], 0.7), make_gate([0.5, 0.5], -0.2)
def XOR(x1, x2): return AND(NAND(x1, x2), OR(x1, x2))
if __name__ == "__main__":
    for xs in [(0, 0), (1, 0), (0, 1), (1, 1)]:
        print(str(xs) + " -> " + str(XOR(xs[0], xs[1])), AND(*xs), NAND(*xs), OR(*xs))
def half_adder(a, b): return XOR(a, b), AND(a, b)
def full_adder(a, b, c):
    s1, c1 = half_adder(a, b)
    s2, c2 = half_adder(s1, c)
    return s2, OR(c1, c2)
def add_bits(x, y, n=4):
    carry, bits = 0, []
    for i in range(n):
        s, carry = full_adder(x >> i & 1, y >> i & 1, carry)
        bits.append(s)
    return sum(b << i for i, b in enumerate(bits + [carry]))
table = np.array([[add_bits(a, b) for b in range(4)] for a in range(4)])
print(table, (table == np.add.outer(np.arange(4), np.arange(4))).all())
