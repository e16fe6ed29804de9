"""It ends with an exception of its own, from inside a method."""
import numpy as np
class ConvergenceError(RuntimeError):
    pass
class Solver:
    def __init__(self, A, b): self.A, self.b, self.x = A, b, np.zeros(len(b))
    def step(self):
        D = np.diag(self.A)
        self.x = (self.b - (self.A - np.diag(D)) @ self.x) / D
        return self.x
    def run(self, steps):
        for k in range(steps):
            before = self.x
            after = self.step()
            change = np.abs(after - before).max()
            print(k, f"{change:.3f}")
            if change > 100:
                raise ConvergenceError(f"diverges at step {k}")
        return self.x
good = Solver(np.array([[4.0, 1.0], [2.0, 5.0]]), np.array([1.0, 2.0])).run(4)
bad = Solver(np.array([[1.0, 5.0], [7.0, 1.0]]), np.array([1.0, 2.0])).run(10)
print("not reached")
