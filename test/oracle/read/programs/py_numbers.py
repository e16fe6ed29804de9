"""Integers, floats and what Python does with them."""
import numpy as np

a, b = 17, 5
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** b)
print(-17 // 5, -17 % 5, 17 // -5, 17 % -5, divmod(-17, 5), divmod(17.5, -5))
print(7.5 // 2, 7.5 % 2, -7.5 % 2, 2 ** -1, 2 ** 0.5, 0.1 + 0.2)
print(1e3, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.0, -0.0)
print(round(2.5), round(3.5), round(-0.5), round(2.675, 2), round(1234.5678, -2), round(15, -1))
print(int(3.99), int(-3.99), int("42"), int("  -7 "), int("ff", 16), int("0b101", 2), int("1_000"))
print(float("3.25"), float("1e-3"), float("inf"), float("-Infinity"), float(" 2 "))
print(0xFF, 0o17, 0b1010, 1_000_000, hex(255), oct(8), bin(10), hex(-17))
print(abs(-3), abs(-2.5), pow(2, 10), pow(3, 4, 5), pow(7, -1, 11))
print(1 < 2 < 3, 1 < 3 < 2, 3 == 3.0, True + True, True == 1, 0.1 + 0.2 == 0.3)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1023 >> 3, -9 >> 1)
print((10).bit_length(), (2.5).is_integer(), (4.0).is_integer(), (0.75).as_integer_ratio())
print(2 ** 100, 3 ** 50 % 1000, 10 ** 20 // 7)
print(max(3, 1, 2), min(2.5, 2), sum([1, 2, 3], 10), bool(0), bool(""), bool([0]))
print(isinstance(True, int), isinstance(1, float), type(1).__name__, type(1.5).__name__)
numbers = np.array([a / b, a // b, a % b, 2 ** -1, 7 // 2.0])
print(numbers)
total = 0
total += 3; total *= 2; total -= 1; total //= 2; total **= 3; total %= 5
print(total, 1 if total else 0)
