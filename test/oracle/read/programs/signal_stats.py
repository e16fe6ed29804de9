"""Signals and statistics with NumPy alone."""
import numpy as np
t = np.arange(0, 1, 0.125)
square = np.where(t % 0.5 < 0.25, 1.0, -1.0)
smooth = np.convolve(square, np.ones(3) / 3, mode="same")
ema, alpha = [square[0]], 0.3
for v in square[1:]: ema.append(alpha * v + (1 - alpha) * ema[-1])
averaged = np.array(ema)
diffs, rolling = np.diff(square), np.lib.stride_tricks.sliding_window_view(square, 3).mean(axis=1) if False else np.array([square[i:i + 3].mean() for i in range(6)])
def dft(x):
    N = len(x)
    n = np.arange(N)
    angles = -2 * np.pi * n.reshape(-1, 1) * n / N
    return np.cos(angles) @ x, np.sin(angles) @ x
re, im = dft(square)
power = np.round(re ** 2 + im ** 2, 8)
data = np.array([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0])
mean, median, std, sem = data.mean(), np.median(data), data.std(), data.std(ddof=1) / np.sqrt(len(data))
q1, q3 = np.percentile(data, [25, 75])
iqr, z = q3 - q1, (data - mean) / std
values, counts = np.unique(data, return_counts=True)
mode = values[counts.argmax()]
skew = np.mean(z ** 3)
x = np.arange(5.0)
y = 2 * x + 1 + np.array([0.1, -0.1, 0.0, 0.1, -0.1])
slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
intercept = y.mean() - slope * x.mean()
r = np.corrcoef(x, y)[0, 1]
rng = np.random.RandomState(0)
boot = np.array([rng.choice(data, len(data)).mean() for _ in range(20)])
low, high = np.percentile(boot, [5, 95])
edges = np.linspace(0, 10, 6)
hist, _ = np.histogram(data, bins=edges)
markov = np.array([[0.9, 0.1], [0.5, 0.5]])
state = np.array([1.0, 0.0])
for _ in range(30): state = state @ markov
pagerank = np.full(3, 1 / 3)
M = np.array([[0, 0.5, 1], [0.5, 0, 0], [0.5, 0.5, 0]])
for _ in range(20): pagerank = 0.85 * M @ pagerank + 0.05
print(power, mean, median, std, mode, iqr, hist, np.round(state, 6), f"{slope:.3f} {intercept:.3f} {r:.4f} {skew:.4f} {low:.3f} {high:.3f}")
