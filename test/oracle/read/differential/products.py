"""Programs of products, contractions and linear algebra."""
from draw import case, summed, ulps

# Bounds on the sum of magnitudes of the terms of every cell.
SQUARE = "np.sum(np.abs(x), dtype=float) ** 2"
PRODUCT = "np.sum(np.abs(x), dtype=float) * np.sum(np.abs(y), dtype=float)"


def dots(draw):
    n, m, k = (draw.one(0, 1, 2, 3, 3, 5) for _ in range(3))
    left = draw.one((n, k), (n, k), (n, k), (k,), (2, n, k), (), (1, n, k))
    right = draw.one((k, m), (k, m), (k, m), (k,), (2, k, m), (), (3, k, m))
    if draw.chance(0.08):
        right = draw.shape()
    x, y = draw.array(left, tame=True), draw.array(right, tame=True)
    body = draw.one("x @ y", "x @ y", "np.dot(x, y)", "np.dot(x, y)", "x.dot(y)", "np.matmul(x, y)", "np.inner(x, y)", "np.outer(x, y)", "np.kron(x, y)", "np.vdot(x, y)", "np.tensordot(x, y, axes=1)", "np.inner(x, x)", "x @ x.T", "x.T @ x", "x @ y + 1")
    name = body if body.startswith("x") else body.split("(")[0]
    size = PRODUCT if "y" in body else SQUARE
    return case(name, f"x = {x}", f"y = {y}", f"r = {body}", tolerance=summed(f"1 + {size}"))


def contractions(draw):
    n, m, k = (draw.one(1, 2, 3) for _ in range(3))
    x, y = draw.array((n, k), tame=True), draw.array((k, m), tame=True)
    body = draw.one(
        "np.einsum('ik,kj->ij', x, y)", "np.einsum('ij,jk', x, y)", "np.einsum('ij->ji', x)", "np.einsum('ij->j', x)", "np.einsum('ij->', x)", "np.einsum('ij', x)", "np.einsum('ij,ij->i', x, x)",
        "np.einsum('ij,kl->ikjl', x, y)", "np.einsum('ii', x @ x.T)", "np.einsum('ii->i', x @ x.T)", "np.einsum('...j->...', x)", "np.einsum('ik,kj->i', x, y)", "np.einsum('i,i', x[0], x[0])",
        "np.einsum('ik,kj,lj->il', x, y, y.T @ y)", "np.einsum('ik, kj -> ij', x, y, optimize=True)", "np.einsum('ij,kj->ik', x, y)", "np.einsum('i,j->ij', x[0], y[0])", "np.einsum('...ij,...jk->...ik', x[None], y)",
        "np.tensordot(x, y, axes=([1], [0]))", "np.tensordot(x, y, axes=0)", "np.tensordot(x, x, axes=2)", "np.tensordot(x, y, axes=(1, 0))", "np.tensordot(x, y.T, axes=([-1], [-1]))", "np.tensordot(x, y)",
        "np.linalg.multi_dot([x, y])", "np.linalg.multi_dot([x, y, y.T])", "np.linalg.matrix_power(x @ x.T, 2)", "np.cross(x[0], x[0] + 1)", "np.cross([1, 2, 3], [4, 5, 6])", "np.cross(np.ones((2, 3)), [[1, 2, 3], [0, 1, 0]])", "np.cross([1, 2], [3, 4])",
    )
    size = "(1 + np.sum(np.abs(np.asarray(x, float)))) ** 4 * (1 + np.sum(np.abs(np.asarray(y, float)))) ** 3"
    return case(body.split("(")[0], f"x = {x}", f"y = {y}", f"r = {body}", tolerance=summed(size))


def square(draw, n, dtype="float64"):
    """A matrix well away from singular ones."""
    return f"np.array({draw.literal((n, n), dtype, tame=True)}) * 0.1 + {draw.one('4', '-3', '2.5')} * np.eye({n})" if n else "np.zeros((0, 0))"


def norms(draw):
    shape = draw.shape(1, 3)
    x = draw.array(shape, tame=True)
    axis = draw.one("", "", f", axis={draw.axis(len(shape))}", f", axis={draw.axis(len(shape))}, keepdims=True")
    order = draw.one("", "", ", 2", ", 1", ", np.inf", ", -np.inf", ", 'fro'", ", 3", ", 0", ", ord=1")
    return case("linalg.norm", f"x = {x}", f"r = np.linalg.norm(x{order}{axis})", tolerance=summed("np.nansum(np.abs(x), dtype=float)", 32))


def solutions(draw):
    n = draw.whole(1, 4)
    a = square(draw, n)
    b = draw.array(draw.one((n,), (n, 2), (n, 1)), "float64", tame=True)
    body = draw.one(
        "np.linalg.inv(a)", "np.linalg.solve(a, b)", "np.linalg.det(a)", "np.linalg.inv(a) @ b", "np.linalg.pinv(a)", "np.linalg.lstsq(a, b, rcond=None)[0]", "np.array(np.linalg.matrix_rank(a))", "np.linalg.slogdet(a)[1]",
        "np.linalg.cholesky(a @ a.T)", "np.linalg.qr(a)[0]", "np.linalg.qr(a)[1]", "np.linalg.svd(a)[1]", "np.linalg.svd(a, compute_uv=False)", "np.linalg.eigvalsh(a + a.T)", "np.linalg.eigh(a + a.T)[0]", "np.linalg.cond(a)", "np.linalg.inv(np.stack([a, a * 2]))",
        "np.linalg.det(np.stack([a, a * 2]))", "np.linalg.solve(np.stack([a, a]), np.stack([b, b]))", "np.linalg.matrix_power(a, -1)", "np.linalg.matrix_power(a, 3)", "np.linalg.norm(a, 2)", "np.linalg.norm(a, 'nuc')",
    )
    # Backward stable methods err by the condition number times the size of the result.
    size = "np.linalg.cond(a) ** 2 * (1 + np.max(np.abs(r))) * (1 + np.max(np.abs(b)))"
    return case(body[3:].split("(")[0], f"a = {a}", f"b = {b}", f"r = {body}", tolerance=summed(size, 64))


def decompositions(draw):
    """Factors whose signs are LAPACK's, on matrices with no multiple values."""
    n, m = draw.whole(1, 4), draw.whole(1, 4)
    seed = draw.whole(0, 999)
    a = f"np.random.RandomState({seed}).rand({n}, {m})"
    body = draw.one(
        "np.linalg.qr(a)[0]", "np.linalg.qr(a)[1]", "np.linalg.qr(a, mode='r')", "np.linalg.qr(a, mode='complete')[0]", "np.linalg.svd(a)[0]", "np.linalg.svd(a)[1]", "np.linalg.svd(a)[2]", "np.linalg.svd(a, full_matrices=False)[0]", "np.linalg.svd(a, full_matrices=False)[2]",
        "np.linalg.eigh(a @ a.T)[1]", "np.linalg.eigh(a.T @ a)[0]", "np.linalg.pinv(a)", "np.linalg.lstsq(a, a[:, 0] + 1, rcond=None)[0]", "np.linalg.lstsq(a, a[:, 0] + 1, rcond=None)[1]", "np.array(np.linalg.matrix_rank(a))", "np.linalg.cholesky(a @ a.T + np.eye(len(a)))",
        "np.linalg.eigvals(a @ a.T)", "np.linalg.eig(a @ a.T)[0]", "np.linalg.eig(a @ a.T)[1]", "np.linalg.inv(a)", "np.linalg.solve(a, a)", "np.linalg.det(a)", "np.linalg.eigvals(np.ones((2, 2)) - np.eye(2))",
        "np.polyfit([0, 1, 2, 3], [1, 0, 4, 2], 2)", "np.polyval(np.polyfit([0.0, 1, 2], [1, 3, 5], 1), 4)", "np.roots([1, -3, 2])", "np.poly([1, 2])", "np.polyder([3, 2, 1])", "np.polyint([3, 2, 1])", "np.polyadd([1, 2], [3])", "np.polymul([1, 2], [1, 3])",
    )
    size = "np.linalg.cond(a) ** 2 * (1 + (np.max(np.abs(r)) if np.size(r) else 0)) * 50"
    return case(body[3:].split("(")[0], f"a = {a}", f"r = {body}", tolerance=summed(size, 64))


FAMILIES = [(dots, 12), (contractions, 5), (norms, 3), (solutions, 4), (decompositions, 4)]
