"""It ends with an index that is out of range."""
import numpy as np
data = np.arange(10).reshape(5, 2)
total = np.zeros(2)
for i in range(3):
    total += data[i]
labels = [1, 0, 1]
chosen = data[[0, 2]]
picked = labels[5]
never = np.ones(3)
