import numpy as np


def dense_fwd(inputs, weights, bias):
    cache = {"inputs": inputs, "weights": weights}
    return inputs @ weights + bias, cache


def dense_bwd(grad_out, cache):
    return {
        "inputs": grad_out @ cache["weights"].T,
        "weights": cache["inputs"].T @ grad_out,
        "bias": grad_out.sum(0),
    }
