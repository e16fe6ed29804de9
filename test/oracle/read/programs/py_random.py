"""Python's own random numbers: the Mersenne Twister."""
import random
import numpy as np

random.seed(42)
print(random.random(), random.random())
print(random.randint(1, 6), random.randint(1, 6), random.randrange(10), random.randrange(0, 100, 5))
print(random.uniform(-1, 1), random.choice("abc"), random.choice([10, 20, 30]))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.sample(range(100), 5), random.sample([1, 2, 3], 2))
print(random.choices([1, 2, 3], k=4), random.choices("ab", weights=[1, 3], k=5), random.getrandbits(16))
random.seed(0)
w = np.array([random.uniform(-1, 1) for _ in range(6)]).reshape(2, 3)
g = np.array([random.gauss(0, 1) for _ in range(4)])
n = np.array([random.normalvariate(5, 2) for _ in range(3)])
e = np.array([random.expovariate(1.5), random.triangular(0, 1, 0.5)])
print(w)
own = random.Random(7)
mine = np.array([own.random() for _ in range(3)])
print(mine, own.randint(0, 10**12), own.sample("abcdef", 3))
random.seed(123456789012345678901234567890)
print(random.randint(0, 1000))
random.seed(3)
state = random.getstate()
first = random.random()
random.setstate(state)
print(first == random.random())
hits = 0
for _ in range(1000):
    x, y = random.random(), random.random()
    if x * x + y * y <= 1:
        hits += 1
print(4 * hits / 1000)
big = random.sample(range(1000), 300)
print(sum(big))
