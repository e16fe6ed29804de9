import numpy as np


class Layer:
    def forward_propagation(self, x):
        raise NotImplementedError

    def backward_propagation(self, error, learning_rate):
        raise NotImplementedError


class FCLayer(Layer):
    def __init__(self, input_size, output_size):
        self.weights = np.random.rand(input_size, output_size) - 0.5
        self.bias = np.random.rand(1, output_size) - 0.5

    def forward_propagation(self, x):
        self.input = x
        self.output = np.dot(self.input, self.weights) + self.bias
        return self.output

    def backward_propagation(self, error, learning_rate):
        input_error = np.dot(error, self.weights.T)
        weights_error = np.dot(self.input.T, error)
        self.weights -= learning_rate * weights_error
        self.bias -= learning_rate * np.sum(error, axis=0, keepdims=True)
        return input_error
