"""Modules that are not read: what comes of them is unknown and no error."""
import os
import sys
import time
import pickle
import json
import datetime
import matplotlib.pyplot as plt
from mpl_toolkits.mplot3d import Axes3D
import numpy as np

sys.path.append(os.pardir)
start = time.time()
x = np.arange(0, 6, 0.5)
y = np.sin(x)
z = x ** 2
plt.figure(figsize=(8, 6))
plt.plot(x, z, label="squares", linestyle="--")
plt.xlabel("x")
plt.legend()
fig, ax = plt.subplots(1, 2)
ax[0].plot(x, z)
for i, axis in enumerate(ax):
    axis.set_title(str(i))
path = os.path.join("data", "x.pkl")
if os.path.exists(path):
    with open(path, "rb") as f:
        loaded = pickle.load(f)
def save(name, params):
    with open(name, "wb") as f:
        pickle.dump(params, f)
elapsed = time.time() - start
message = f"took {elapsed:.1f} s"
today = datetime.date.today().year
W = np.ones((12, 2))
out = np.dot(z, W)
plt.imshow(out.reshape(1, 2), cmap="gray")
plt.scatter(z, z)
plt.show()
random_state = os.environ.get("SEED", "none")
W2 = W * 2
print(out, W2.shape)
