"""Simulated annealing and a genetic algorithm with a seed."""
import math
import random
import numpy as np
random.seed(10)
cities = [(random.randint(0, 100), random.randint(0, 100)) for _ in range(6)]
def distance(tour):
    return sum(math.dist(cities[tour[i - 1]], cities[tour[i]]) for i in range(len(tour)))
tour = list(range(6))
best, temperature = tour[:], 100.0
accepted = 0
while temperature > 1:
    i, j = sorted(random.sample(range(6), 2))
    candidate = tour[:i] + tour[i:j + 1][::-1] + tour[j + 1:]
    delta = distance(candidate) - distance(tour)
    if delta < 0 or random.random() < math.exp(-delta / temperature):
        tour = candidate
        accepted += 1
        if distance(tour) < distance(best): best = tour[:]
    temperature *= 0.95
print(cities, best, f"{distance(best):.4f}", accepted)
rng = np.random.RandomState(1)
population = rng.randint(0, 2, (8, 10))
for generation in range(10):
    fitness = population.sum(axis=1)
    parents = population[np.argsort(-fitness, kind="stable")[:4]]
    children = []
    for _ in range(4):
        a, b = parents[rng.choice(4, 2, replace=False)]
        cut = rng.randint(1, 10)
        child = np.concatenate([a[:cut], b[cut:]])
        flip = rng.rand(10) < 0.1
        child[flip] = 1 - child[flip]
        children.append(child)
    population = np.vstack([parents, children])
print(population.sum(axis=1), generation)
x, y, step = 5.0, -3.0, 1.0
def energy(x, y): return x * x + y * y + 3 * abs(x - y)
trace = []
for k in range(15):
    dx, dy = rng.uniform(-step, step, 2)
    if energy(x + dx, y + dy) < energy(x, y): x, y = x + dx, y + dy
    trace.append(energy(x, y))
    step *= 0.98
energies = np.array(trace)
print(f"{energies[-1]:.6f}", (np.diff(energies) <= 0).all())
