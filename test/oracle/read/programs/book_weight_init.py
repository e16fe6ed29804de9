"""The activations of deep networks under different initialisations."""
import numpy as np
def sigmoid(x): return 1 / (1 + np.exp(-x))
def ReLU(x): return np.maximum(0, x)
def tanh(x): return np.tanh(x)
np.random.seed(0)
input_data = np.random.randn(20, 10)
node_num, hidden_layer_size = 10, 4
stats = {}
for name, scale in {"std=1": 1.0, "std=0.01": 0.01, "Xavier": np.sqrt(1.0 / node_num), "He": np.sqrt(2.0 / node_num)}.items():
    activations, x = {}, input_data
    for i in range(hidden_layer_size):
        if i != 0: x = activations[i - 1]
        w = np.random.randn(node_num, node_num) * scale
        a = np.dot(x, w)
        z = (ReLU if name == "He" else tanh if name == "Xavier" else sigmoid)(a)
        activations[i] = z
    stats[name] = [(round(float(v.mean()), 4), round(float(v.std()), 4)) for v in activations.values()]
    histogram, edges = np.histogram(activations[3].flatten(), 5, range=(0, 1))
    print(name, stats[name][-1], histogram)
last = activations[3]
orthogonal = np.linalg.qr(np.eye(3))[0].shape
fan_in, fan_out = 4, 6
limit = np.sqrt(6 / (fan_in + fan_out))
glorot = np.random.uniform(-limit, limit, (fan_in, fan_out))
print(last.shape, edges, bool((np.abs(glorot) < limit).all()))
