"""Logistic regression with columns as samples, in the style of a well-known course."""
import copy
import numpy as np
def initialize_with_zeros(dim): return np.zeros((dim, 1)), 0.0
def propagate(w, b, X, Y):
    m = X.shape[1]
    A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
    cost = np.sum((-np.log(A)) * Y + (-np.log(1 - A)) * (1 - Y)) / m
    dw = (np.dot(X, (A - Y).T)) / m
    db = (np.sum(A - Y)) / m
    cost = np.squeeze(np.array(cost))
    return {"dw": dw, "db": db}, cost
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    w, b, costs = copy.deepcopy(w), copy.deepcopy(b), []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        dw, db = grads["dw"], grads["db"]
        w = w - learning_rate * dw
        b = b - learning_rate * db
        if i % 10 == 0:
            costs.append(cost)
            if print_cost: print("Cost after iteration %i: %f" % (i, cost))
    return {"w": w, "b": b}, {"dw": dw, "db": db}, costs
w, b = np.array([[1.0], [2]]), 1.5
X, Y = np.array([[1.0, -2.0, -1.0], [3.0, 0.5, -3.2]]), np.array([[1, 1, 0]])
params, grads, costs = optimize(w, b, X, Y, num_iterations=21, print_cost=True)
def predict(w, b, X):
    m = X.shape[1]
    Y_prediction = np.zeros((1, m))
    w = w.reshape(X.shape[0], 1)
    A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
    for i in range(A.shape[1]):
        if A[0, i] > 0.5: Y_prediction[0, i] = 1
        else: Y_prediction[0, i] = 0
    return Y_prediction
predictions = predict(np.array([[0.1124579], [0.23106775]]), -0.3, np.array([[1.0, -1.1, -3.2], [1.2, 2.0, 0.1]]))
dw, w_final = grads["dw"], params["w"]
print(predictions, dw.shape, len(costs), f"{float(params['b']):.6f}")
def initialize_parameters(layer_dims):
    np.random.seed(3)
    parameters, L = {}, len(layer_dims)
    for l in range(1, L):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
        assert parameters["W" + str(l)].shape == (layer_dims[l], layer_dims[l - 1])
    return parameters
parameters = initialize_parameters([5, 4, 3])
W1, b2 = parameters["W1"], parameters["b2"]
def L_model_forward(X, parameters):
    caches, A, L = [], X, len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        Z = parameters["W" + str(l)] @ A_prev + parameters["b" + str(l)]
        A = np.maximum(0, Z)
        caches.append((A_prev, Z))
    ZL = np.dot(parameters["W" + str(L)], A) + parameters["b" + str(L)]
    AL = 1 / (1 + np.exp(-ZL))
    assert AL.shape == (3, X.shape[1])
    return AL, caches
AL, caches = L_model_forward(np.arange(10.0).reshape(5, 2), parameters)
print(AL.shape, len(caches), caches[0][1].shape)
