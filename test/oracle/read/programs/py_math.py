"""The math module."""
import math
import numpy as np
from math import exp, log, sqrt, pi

print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.factorial(10), math.gcd(12, 18), math.lcm(4, 6), math.comb(10, 3), math.perm(5, 2))
print(sqrt(16), math.isqrt(17), math.hypot(3, 4), math.pow(2, 3), math.fabs(-3), math.copysign(2, -1.0), math.fmod(-7, 3))
print(math.inf, -math.inf, math.isnan(math.nan), math.isclose(0.1 + 0.2, 0.3), math.isinf(math.inf), pi, math.e, math.tau)
print(math.prod([1, 2, 3, 4]), math.fsum([0.1] * 10), sum([0.1] * 10), math.dist([0, 0], [3, 4]), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4))
print(math.log2(8), math.log10(1000), math.log(8, 2), math.degrees(pi), math.radians(180), math.floor(7), math.ceil(np.float64(1.2)))
print(f"{exp(1):.10f} {log(10):.10f} {math.sin(1):.10f} {math.atan2(1, -1):.10f} {math.erf(0.5):.10f} {math.gamma(5):.6f} {math.lgamma(10):.8f}")
def sigmoid(x): return 1 / (1 + exp(-x))
s = np.array([sigmoid(v / 2) for v in range(-4, 5)])
angles = np.array([math.cos(2 * pi * k / 8) for k in range(8)])
t = np.array([math.tanh(v) for v in (-1, 0, 0.5)])
def normal_pdf(x, mu=0.0, sigma=1.0):
    return exp(-((x - mu) ** 2) / (2 * sigma ** 2)) / (sigma * sqrt(2 * pi))
p = np.array([normal_pdf(x) for x in (-1, 0, 1)])
try:
    math.sqrt(-1)
except ValueError as error:
    print(error)
try:
    math.log(0)
except ValueError as error:
    print(error)
def newton(f, df, x, steps=20):
    for _ in range(steps):
        x -= f(x) / df(x)
    return x
root = newton(lambda v: v * v - 2, lambda v: 2 * v, 1.0)
print(root, abs(root - sqrt(2)) < 1e-12)
def is_prime(n): return n > 1 and all(n % i for i in range(2, math.isqrt(n) + 1))
print([n for n in range(30) if is_prime(n)], math.nan != math.nan, math.floor(1e3))
