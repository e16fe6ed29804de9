"""A matrix class of one's own beside NumPy's."""
import numpy as np
class Matrix:
    def __init__(self, rows):
        self.rows = [list(map(float, row)) for row in rows]
        if len({len(r) for r in self.rows}) != 1: raise ValueError("ragged")
    @classmethod
    def identity(cls, n): return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])
    @classmethod
    def zeros(cls, n, m): return cls([[0] * m for _ in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        return self.rows[key]
    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value
    def __add__(self, other): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]: raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        columns = other.T.rows
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in columns] for r in self.rows])
    def __pow__(self, n): return Matrix.identity(len(self.rows)) if n == 0 else self @ self ** (n - 1)
    def __eq__(self, other): return isinstance(other, Matrix) and self.rows == other.rows
    def __iter__(self): return iter(self.rows)
    def __len__(self): return len(self.rows)
    def __str__(self): return "\n".join(" ".join(f"{v:6.2f}" for v in r) for r in self.rows)
    def __array__(self, dtype=None): return np.array(self.rows)
    def minor(self, i, j): return Matrix([r[:j] + r[j + 1:] for k, r in enumerate(self.rows) if k != i])
    def det(self):
        if len(self) == 1: return self[0, 0]
        return sum((-1) ** j * self[0, j] * self.minor(0, j).det() for j in range(len(self)))
    def eliminate(self):
        m = [r[:] for r in self.rows]
        for i in range(len(m)):
            pivot = max(range(i, len(m)), key=lambda k: abs(m[k][i]))
            m[i], m[pivot] = m[pivot], m[i]
            for k in range(i + 1, len(m)):
                factor = m[k][i] / m[i][i]
                m[k] = [a - factor * b for a, b in zip(m[k], m[i])]
        return Matrix(m)
A, B = Matrix([[1, 2], [3, 4]]), Matrix([[0, 1], [1, 0]])
print(A @ B, A + 2 * B, (A ** 3)[1], A.det(), A == A.T.T, A.T == A, sep="\n")
A[0, 0] = 10
C = np.array(A.rows)
D = np.array((A @ B).rows)
E = np.array(A.eliminate().rows)
same = (C @ np.array(B.rows) == D).all()
print(same, A.shape, [max(r) for r in A], Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det())
try:
    A @ Matrix([[1, 2, 3]])
except ValueError as e:
    print(e)
try:
    Matrix([[1], [2, 3]])
except ValueError as e:
    print(e)
