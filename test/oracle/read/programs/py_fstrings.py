"""Formatted strings with every kind of format."""
import numpy as np

x, n, name = 3.14159265, 42, "Ann"
print(f"{x}", f"{x:.2f}", f"{x:8.3f}|", f"{x:<8.2f}|", f"{x:^9.1f}|", f"{x:+.1f}", f"{-x:+.1f}", f"{x:08.3f}")
print(f"{n}", f"{n:5d}|", f"{n:<5}|", f"{n:^5}|", f"{n:05d}", f"{n:+d}", f"{n: d}", f"{n:b}", f"{n:x}", f"{n:X}", f"{n:o}", f"{n:#x}", f"{n:#b}")
print(f"{1234567:,}", f"{1234567.891:,.2f}", f"{1234567:_}", f"{0.1234:.1%}", f"{5:%}")
print(f"{12345.678:e}", f"{12345.678:.2e}", f"{12345.678:g}", f"{1e10:g}", f"{0.00001234:g}", f"{100000:g}", f"{1234567.0:g}", f"{x:.3g}", f"{0.5:G}")
print(f"{name}", f"{name:>6}|", f"{name:*^9}", f"{name!r}", f"{name!r:>8}", f"{name:.2}", f"{name!s:5}|")
print(f"{x=}", f"{n = }", f"{name=}", f"{x=:.2f}", f"{n + 1=}")
width, precision = 10, 3
print(f"{x:{width}.{precision}f}|", f"{name:>{width}}|", f"{x:.{precision}}", f"{n:{'>'}{width}}|")
print(f"{{literal}} {n}", f"{'nested ' + name}", f"{[i * i for i in range(3)]}", f"{ {'a': 1}['a'] }", f"{(lambda v: v * 2)(3)}")
print(f"{True}", f"{None}", f"{True:d}", f"{3:.1f}", f"{1e100:.3g}", f"{float('nan'):.2f}", f"{float('inf'):5.1f}|", f"{-0.0:.1f}")
print(f"{2.5:.0f} {3.5:.0f} {0.125:.2f} {1e-7:.3f} {123.456:.10f}", f"{1e22:f}", f"{1e16}", f"{1.0}", f"{100:.2e}")
print("multi " f"{n}" " part " f"{x:.1f}", f"""triple
{n:>4}""", rf"raw\d {n}", F"{n}")
value = np.float64(2.0) / 3
array = np.array([1.5, 2.25])
print(f"{value:.4f}", f"{array}", f"{array[0]:.3f}", f"{array.sum():6.2f}|", f"{array.shape}", f"{array!r}", f"{value}")
print(f"epoch {3:3d}/{10:<3d} loss {0.123456:.4f} acc {0.98765:.2%}")
print(format(x, ".3f"), format(n, "06d"), format("a", "<3") + "|", format(1234.5, ","), f"{'x' if n > 40 else 'y'}", f"{n:>+6}", f"{-5:05d}")
print("{:>10}|{:^10}|{:<10}|".format("right", "mid", "left"), "{:.{}f}".format(x, 2), "{!r}".format("q"), "{:d}%".format(5))
