# Perceptron logic gates.
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


def NAND(x1, x2):
    x = np.array([x1, x2])
    w = np.array([-0.5, -0.5])
    b = 0.7
    return 1 if np.sum(w * x) + b > 0 else 0


def OR(x1, x2):
    return int(np.dot(np.array([0.5, 0.5]), np.array([x1, x2])) - 0.2 > 0)


def XOR(x1, x2):
    return AND(NAND(x1, x2), OR(x1, x2))


if __name__ == '__main__':
    table = []
    for xs in [(0, 0), (1, 0), (0, 1), (1, 1)]:
        y = XOR(xs[0], xs[1])
        print(str(xs) + " -> " + str(y))
        table.append([*xs, y])
    table = np.array(table)
