"""Bandits, value iteration and Q-learning."""
from collections import defaultdict
import numpy as np
class Bandit:
    def __init__(self, rates): self.rates = rates
    def play(self, arm): return 1 if self.rates[arm] > np.random.rand() else 0
class Agent:
    def __init__(self, epsilon, action_size=3): self.epsilon, self.Qs, self.ns = epsilon, np.zeros(action_size), np.zeros(action_size)
    def update(self, action, reward):
        self.ns[action] += 1
        self.Qs[action] += (reward - self.Qs[action]) / self.ns[action]
    def get_action(self):
        if np.random.rand() < self.epsilon: return np.random.randint(0, len(self.Qs))
        return np.argmax(self.Qs)
np.random.seed(1)
bandit, agent, total = Bandit([0.2, 0.5, 0.8]), Agent(0.2), 0
for step in range(50):
    action = agent.get_action()
    reward = bandit.play(action)
    agent.update(action, reward)
    total += reward
Qs = agent.Qs
print(total, agent.ns, np.round(Qs, 3))
class GridWorld:
    def __init__(self):
        self.reward_map = np.array([[0, 0, 0, 1.0], [0, None, 0, -1.0], [0, 0, 0, 0]], dtype=object)
        self.actions, self.goal, self.wall = {0: (-1, 0), 1: (1, 0), 2: (0, -1), 3: (0, 1)}, (0, 3), (1, 1)
    def states(self):
        for h in range(3):
            for w in range(4):
                yield (h, w)
    def next_state(self, state, action):
        dy, dx = self.actions[action]
        ny, nx = state[0] + dy, state[1] + dx
        if not (0 <= ny < 3 and 0 <= nx < 4) or (ny, nx) == self.wall: return state
        return ny, nx
    def reward(self, next_state): return {(0, 3): 1.0, (1, 3): -1.0}.get(next_state, 0)
env, V, gamma = GridWorld(), defaultdict(lambda: 0), 0.9
for sweep in range(50):
    delta = 0
    for state in env.states():
        if state in (env.goal, env.wall): continue
        best = max(env.reward(n) + gamma * V[n] for n in (env.next_state(state, a) for a in range(4)))
        delta, V[state] = max(delta, abs(best - V[state])), best
    if delta < 1e-6: break
values = np.array([[V[(h, w)] for w in range(4)] for h in range(3)], dtype=float)
print(sweep, np.round(values, 3))
Q = defaultdict(float)
for episode in range(10):
    state = (2, 0)
    for t in range(20):
        qs = [Q[state, a] for a in range(4)]
        action = int(np.argmax(qs)) if np.random.rand() > 0.3 else np.random.randint(4)
        following = env.next_state(state, action)
        r, done = env.reward(following), following == env.goal
        target = r if done else r + gamma * max(Q[following, a] for a in range(4))
        Q[state, action] += 0.5 * (target - Q[state, action])
        state = following
        if done: break
print(len(Q), state)
