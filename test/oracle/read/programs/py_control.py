"""if, for, while, break, continue, else."""
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 8:
        break
    print(i, end=" ")
else:
    print("never")
print()
while i < 12:
    i += 1
else:
    print("done", i)
def grade(score):
    if score >= 90:
        return "A"
    elif score >= 80:
        return "B"
    elif not score:
        return "none"
    else:
        return "C"
print([grade(s) for s in (95, 85, 0, 50)])
collatz = [27]
while collatz[-1] != 1:
    n = collatz[-1]
    collatz.append(n // 2 if n % 2 == 0 else 3 * n + 1)
print(len(collatz), max(collatz))
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
print(gcd(48, 36), 48 * 36 // gcd(48, 36))
for i in range(3):
    pass
print(i, [j for j in range(5) if not j % 2], 3 if i else 4)
a, b, fib = 0, 1, []
while len(fib) < 12:
    fib.append(a)
    a, b = b, a + b
print(fib, *fib[-2:], sep=", ")
for c in "abc":
    if c == "b": continue
    print(c, end="")
print("", "x", "y", sep="-", end="!\n")
found = None
for row, line in enumerate([[1, 2], [3, 4]]):
    for column, v in enumerate(line):
        if v == 3:
            found = row, column
            break
    if found: break
print(found, 0 < i <= 2 and not i == 1, None is None, 1 if None else 2)
for x, y in zip(range(3), reversed(range(3))):
    print(x - y, end=",")
print()
n = 0
for k in range(10):
    if k == 3: continue
    if k == 7: break
    n += k
print(n, k)
