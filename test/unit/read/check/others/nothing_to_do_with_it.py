import os

import numpy as np
import torch


class Stack:
    def forward(self, steps):
        self.at += steps

    def backward(self, steps):
        self.at -= steps


class Robot:
    def __init__(self, x, y, heading):
        self.x, self.y, self.heading = x, y, heading

    def forward(self, distance):
        self.x += distance * np.cos(self.heading)
        return self.x

    def backward(self, distance):
        return self.forward(-distance)


class Exp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, i):
        result = i.exp()
        ctx.save_for_backward(result)
        return result

    @staticmethod
    def backward(ctx, grad_output):
        (result,) = ctx.saved_tensors
        return grad_output * result


class Broken:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        return np.dot(x, self.w) + self.b

    def backward(self, dout):
        return np.dot(dout, self.W


def backup_forward(path):
    return os.path.join(path, "a")


def backup_backward(path):
    return path
