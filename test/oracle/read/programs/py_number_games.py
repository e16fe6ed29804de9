"""Digits, primes, sequences and conversions."""
import numpy as np
def digits(n): return [int(d) for d in str(n)]
def is_palindrome(n): return str(n) == str(n)[::-1]
def to_base(n, base):
    if n == 0: return "0"
    out = ""
    while n: n, r = divmod(n, base); out = "0123456789abcdef"[r] + out
    return out
def factors(n):
    found, d = [], 2
    while d * d <= n:
        while n % d == 0: found.append(d); n //= d
        d += 1
    return found + ([n] if n > 1 else [])
def perfect(n): return sum(d for d in range(1, n) if n % d == 0) == n
def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]
def look_and_say(n):
    s = "1"
    for _ in range(n):
        yield s
        out, i = "", 0
        while i < len(s):
            j = i
            while j < len(s) and s[j] == s[i]: j += 1
            out += str(j - i) + s[i]
            i = j
        s = out
print(digits(90210), sum(digits(2 ** 50)), [n for n in range(100, 200) if is_palindrome(n)], to_base(255, 16), to_base(10, 2), int(to_base(77, 5), 5))
print(factors(360), factors(97), [n for n in range(2, 500) if perfect(n)], list(pascal(5)), list(look_and_say(6)))
triangle = np.zeros((5, 5), dtype=int)
for i, row in enumerate(pascal(5)): triangle[i, :i + 1] = row
magic = np.zeros((3, 3), dtype=int)
i, j = 0, 1
for k in range(1, 10):
    magic[i, j] = k
    ni, nj = (i - 1) % 3, (j + 1) % 3
    if magic[ni, nj]: ni, nj = (i + 1) % 3, j
    i, j = ni, nj
spiral, step, pos, direction = np.zeros((4, 4), dtype=int), 1, (0, 0), 0
while step <= 16:
    spiral[pos] = step
    step += 1
    nxt = pos[0] + (0, 1, 0, -1)[direction], pos[1] + (1, 0, -1, 0)[direction]
    if not (0 <= nxt[0] < 4 and 0 <= nxt[1] < 4) or spiral[nxt]:
        direction = (direction + 1) % 4
        nxt = pos[0] + (0, 1, 0, -1)[direction], pos[1] + (1, 0, -1, 0)[direction]
    pos = nxt
for n in range(1, 16):
    print("FizzBuzz" if n % 15 == 0 else "Fizz" if n % 3 == 0 else "Buzz" if n % 5 == 0 else n, end=" ")
print(triangle, magic, (magic.sum(0) == 15).all(), spiral, sep="\n")
pi = 4 * sum((-1) ** k / (2 * k + 1) for k in range(1000))
e = sum(1 / np.prod(np.arange(1.0, k + 1)) for k in range(12))
golden = (1 + 5 ** 0.5) / 2
print(f"{pi:.6f} {e:.8f} {golden:.10f}", 0.1 + 0.7, 3 * 1.1, 1e-3 * 3, 10 ** -2, -7 // 2, -7 % 3, 7 % -3, int(-3.5), round(-2.5), 2 ** 10, 1_000)
