import numpy as np


def forward(W, x):
    return x.dot(W)


def backward(dy, W, x):
    dW = x.T.dot(dy)
    dx = dy.dot(W.T)
    return dW, dx
