"""Types of entries and how they mix."""
import numpy as np
kinds = [np.int8, np.int32, np.int64, np.uint8, np.float32, np.float64, bool, int, float]
names = [np.zeros(1, dtype=k).dtype.name for k in kinds]
a = np.array([1, 2, 3], dtype="float32"); b = a * 2; c = a + np.float64(1); d = a + np.ones(3); e = np.arange(3, dtype=np.int32) * 2; f = e / 2; g = e + 1.5; h = np.array([True, False]) + 1
i = np.array([1.7, -1.7]).astype(int); j = np.array([0, 1, 2]).astype(bool); k = np.array([300, -1]).astype(np.uint8); l = np.int64(7) // 2; m = np.float32(1) / 3; n = np.array([1, 2]) / 2; o = np.array([1, 2]) ** 2; p = np.array([1.0, 2.0]) // 1
q = (np.array([1, 2, 3]) > 1).sum(); r = np.mean([True, False, True]); s = np.array([1, 2.0]).dtype == np.float64; t = a.dtype == np.float32; u = np.sqrt(np.array([4, 9])); v = np.array([1, 2], dtype=float).sum().dtype.name; w = np.full(2, 1, dtype=np.float32).mean().dtype.name
x = np.finfo(np.float32).eps; y = float(x); z = a.itemsize, a.nbytes
print(names, b.dtype, c.dtype, d.dtype, e.dtype, f.dtype, g.dtype, h.dtype, j, k, l, n.dtype, o.dtype, p.dtype, q, s, t, v, w, z, y)
print(float(np.float32(0.1)), int(np.int64(3)), isinstance(np.float64(1), float), isinstance(np.int64(1), int), np.float64(1).item(), type(np.arange(3)[0]).__name__, type(np.ones(1)[0].item()).__name__)
total = np.zeros((), dtype=np.float32)
total = total + a.sum(); mixed = np.concatenate([e, a]); where = np.where([True, False], 1, 2.5); maximum = np.maximum(e, 1.5)
print(total.dtype, mixed.dtype, where.dtype, maximum.dtype)
