"""Euler, leapfrog, Runge-Kutta, heat and waves."""
import numpy as np
def euler(f, y0, t):
    y = np.zeros((len(t), len(y0)))
    y[0] = y0
    for n in range(len(t) - 1): y[n + 1] = y[n] + f(y[n], t[n]) * (t[n + 1] - t[n])
    return y
def rk4(f, y0, t):
    y = np.zeros((len(t), len(y0)))
    y[0] = y0
    for i in range(len(t) - 1):
        h = t[i + 1] - t[i]
        k1 = f(y[i], t[i])
        k2 = f(y[i] + k1 * h / 2.0, t[i] + h / 2.0)
        k3 = f(y[i] + k2 * h / 2.0, t[i] + h / 2.0)
        k4 = f(y[i] + k3 * h, t[i] + h)
        y[i + 1] = y[i] + (h / 6.0) * (k1 + 2 * k2 + 2 * k3 + k4)
    return y
def oscillator(y, t): return np.array([y[1], -y[0]])
t = np.linspace(0, 2, 9)
slow, fine = euler(oscillator, [1.0, 0.0], t), rk4(oscillator, [1.0, 0.0], t)
energy = 0.5 * (fine ** 2).sum(axis=1)
print(np.round(slow[-1], 4), np.round(fine[-1], 6), f"{energy[-1]:.6f}")
u = np.zeros(11)
u[5] = 1.0
for _ in range(10): u[1:-1] = u[1:-1] + 0.25 * (u[2:] - 2 * u[1:-1] + u[:-2])
pos, vel, mass = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 2.0]]), np.zeros((3, 2)), np.array([1.0, 2.0, 0.5])
for step in range(5):
    r = pos[None] - pos[:, None]
    d3 = (np.sum(r ** 2, axis=-1) + 0.01) ** 1.5
    acc = np.sum(mass[None, :, None] * r / d3[..., None], axis=1)
    vel += acc * 0.05
    pos += vel * 0.05
momentum = (mass[:, None] * vel).sum(axis=0)
grid = np.zeros((5, 5))
grid[0] = 100
for sweep in range(8): grid[1:-1, 1:-1] = (grid[:-2, 1:-1] + grid[2:, 1:-1] + grid[1:-1, :-2] + grid[1:-1, 2:]) / 4
logistic = [0.3]
for _ in range(6): logistic.append(3.2 * logistic[-1] * (1 - logistic[-1]))
series = np.array(logistic)
print(u, np.abs(momentum).max() < 1e-12, grid[2], np.round(series[-1], 6), sep="\n")
