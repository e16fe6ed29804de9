import numpy as np

X = [[1.0, 2.0]]
W = np.eye(2)
b = np.zeros(2)
Y = X @ W + b
this is = not python
print("end")
