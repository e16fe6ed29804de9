"""Programs that make arrays out of numbers."""
from draw import case, ulps

TYPES = "float int bool np.float32 np.int32 np.uint8 'float64' 'int64' np.float64".split()


def filled(draw):
    shape = draw.shape()
    text = draw.one(str(shape), str(shape), str(list(shape)), str(shape[0]) if len(shape) == 1 else str(shape))
    dtype = draw.one("", "", f", dtype={draw.one(*TYPES)}", f", {draw.one(*TYPES)}")
    name = draw.one("zeros", "ones", "full", "zeros_like", "ones_like", "full_like", "empty")
    value = draw.entry(draw.dtype(), tame=True)
    if name == "full":
        body = f"np.full({text}, {value}{dtype})"
    elif name == "full_like":
        body = f"np.full_like({draw.array(shape)}, {value})"
    elif name.endswith("like"):
        body = f"np.{name}({draw.array(shape)}{draw.one('', '', ', dtype=float', ', dtype=int')})"
    elif name == "empty":
        return case("empty", f"x = np.empty({text}{dtype})", "x[...] = 2", "r = x")
    else:
        body = f"np.{name}({text}{dtype})"
    return case(name, f"r = {body}")


def ranges(draw):
    start, stop = draw.whole(-6, 6), draw.whole(-4, 12)
    step = draw.one("1", "2", "-1", "3", "0.5", "0.1", "-0.25", "1.0", "0.3")
    numbers = draw.one(f"{stop}", f"{start}, {stop}", f"{start}, {stop}, {step}", f"{start}.5, {stop}, {step}", f"0, 1, {step}", f"{start}, stop={stop}, step={step}")
    dtype = draw.one("", "", "", ", dtype=float", ", dtype=np.float32", ", dtype=int")
    return case("arange", f"r = np.arange({numbers}{dtype})")


def spaces(draw):
    start, stop = draw.one("0", "-1", "2.5", "1e-3", "10"), draw.one("1", "5", "-2.5", "100", "0")
    count = draw.one("", ", 5", ", 7", ", num=3", ", 1", ", 0", ", 10")
    rest = draw.one("", "", "", ", endpoint=False", ", dtype=int", ", dtype=np.float32")
    body, rough = draw.one(
        (f"np.linspace({start}, {stop}{count}{rest})", None),
        (f"np.linspace({start}, {stop}{count}{rest})", None),
        (f"np.linspace([0, {start}], [1, {stop}]{count or ', 4'})", None),
        (f"np.linspace({start}, {stop}{count}, retstep=True)[1]", None),
        (f"np.logspace(0, {draw.one('1', '2', '-1.5')}{count})", ulps(1)),
        (f"np.logspace(0, 3, 4, base=2)", ulps(1)),
        (f"np.geomspace(1, {draw.one('1000', '2', '0.5')}{count})", ulps(4)),
    )
    return case(body[3:].split("(")[0], f"r = {body}", tolerance=rough)


def matrices(draw):
    n, m, k = draw.whole(0, 4), draw.whole(0, 4), draw.whole(-2, 2)
    x = draw.array(draw.shape(1, 3))
    v = draw.array((draw.whole(1, 4),))
    body = draw.one(
        f"np.eye({n})", f"np.eye({n}, {m}, {k})", f"np.eye({n}, dtype=int)", f"np.identity({n})", f"np.diag({v})", f"np.diag({v}, {k})",
        f"np.diag({x})", f"np.tri({n}, {m}, {k})", f"np.tril({x})", f"np.triu({x}, {k})", f"np.tril(np.ones(({n}, {m})), k={k})",
        f"np.diagflat({v})", f"np.vander({v}, 3)", f"np.vander({v}, 3, increasing=True)", f"np.diagonal({x}, {k})", f"np.trace({x})",
        f"np.trace({x}, {k})", f"{x}.trace()", f"{x}.diagonal()", f"np.fill_diagonal(np.zeros((3, 3)), 1)", f"np.tril_indices({n})[0]", f"np.triu_indices({n}, 1)[1]",
        f"np.diag_indices({n})[0]", f"np.eye({n})[{k}:]", f"np.fliplr(np.eye({n}, {m}))", f"np.rot90({x})", f"np.rot90({x}, k={k})",
        "np.bartlett(5)", f"np.ones(({n}, {m}))[:, None] * {v}", f"np.diagonal({x}, axis1=0, axis2=-1)", f"np.indices(({n}, {m}))",
        f"np.triu_indices_from(np.ones(({n}, {n})))[0]", "np.hanning(5)", "np.hamming(4)", f"np.broadcast_arrays({v}, np.zeros((2, 1)))[0]",
    )
    rough = ulps(4) if "hanning" in body or "hamming" in body else ulps(64) if "trace" in body else None
    return case(body.split("(")[0], f"r = {body}", tolerance=rough)


def grids(draw):
    a, b = draw.literal((draw.whole(1, 3),), "int64", True), draw.literal((draw.whole(1, 3),), "float64", True)
    n, m = draw.whole(1, 4), draw.whole(1, 3)
    body = draw.one(
        f"np.meshgrid({a}, {b})[0]", f"np.meshgrid({a}, {b})[1]", f"np.meshgrid({a}, {b}, indexing='ij')[1]", f"np.meshgrid({a}, {b}, sparse=True)[0]",
        f"np.meshgrid({a}, {b}, [1, 2])[2]", f"np.mgrid[0:{n}, 1:{m}]", f"np.mgrid[0:{n}:0.5]", f"np.mgrid[-1:1:{n}j, 0:1:{m}j]", f"np.ogrid[0:{n}, 0:{m}][1]",
        f"np.r_[{a}, 7, 0:{n}]", f"np.r_[0:1:{m}j]", f"np.r_[0.0:{n}:0.5, 1]", f"np.c_[{a}, {a}]", f"np.c_[np.ones((2, 1)), np.zeros((2, 2))]", f"np.r_[1:{n}, {b}]",
        f"np.fromfunction(lambda i, j: i * 10 + j, ({n}, {m}))", f"np.fromfunction(lambda i: i ** 2, ({n},), dtype=int)", f"np.fromiter((k * k for k in range({n})), dtype=float)",
        f"np.vectorize(lambda t: t * 2 + 1)({b})", f"np.vectorize(lambda s, t: s if s > t else t)({a}, 1)", f"np.apply_along_axis(lambda row: row.sum(), 1, np.arange({n * m}).reshape({n}, {m}))",
        f"np.apply_along_axis(lambda row: row[::-1], 0, np.arange({n * m}).reshape({n}, {m}))", f"np.fromstring('1 2 3', sep=' ')",
        f"np.array([np.array(row) * 2 for row in [{a}, {a}]])", f"np.array(list(map(float, {a})))", f"np.array([[i * j for j in range({m})] for i in range({n})])",
        f"np.array(list(zip({a}, {a})))", f"np.array([i for i in range({n}) if i % 2])", f"np.array(range({n}, {n + m}))", f"np.array([sum(row) for row in [{a}, {b}]])",
        f"np.indices(({n}, {m}))[1]",
    )
    return case(body.split("(")[0].split("[")[0], f"r = {body}", tolerance=ulps(1))


def literals(draw):
    a, b = draw.literal((2,), "int64"), draw.literal((2,), "float64")
    body = draw.one(
        f"np.array([{a}, {b}])", f"np.array([{a}, [True, False]])", f"np.array([{a}, [1]])", f"np.array({a}, ndmin=2)", f"np.array([{a}, {a}], dtype=float)", f"np.array([])",
        f"np.array([[]])", f"np.array([[[]], [[]]])", f"np.array(({a}, {b}))", f"np.array([np.array({a}), {b}])", f"np.asarray({b})", f"np.array(3)", f"np.array(2.5)", f"np.array(True)",
        f"np.array([1, 2, 3], dtype=bool)", f"np.array({b}, dtype=int)", f"np.array([1e20, 3])", f"np.array([2**63, 1])", f"np.array([2**64, 1])", f"np.array([2**53 + 1])", f"np.array([1 + 2j, 3])", f"np.array(['a', 'bc'])",
        f"np.array([None, 1])", f"np.array('text')", f"np.array([1, 'a'])", f"np.array([{a}, 3])", f"np.float32(0.1)", f"np.float64({b}[0])", f"np.int32(7.9)", f"np.int64({b}[1])", f"np.bool_({a}[0])", f"np.uint8(200) + np.zeros(2, np.uint8)",
        f"np.float32({b})", f"np.array([[1, 2], [3, 4]], np.float32) * 0.1", f"np.copy({b})", f"np.array({b}).copy()", f"np.asarray(np.ones(2), dtype=int)", f"np.array([np.float32(1.5), np.float32(2)])", f"np.array([np.float32(1.5), 2.0])",
        f"np.array([np.int64(1), np.inf])", f"np.array(np.finfo(float).eps)", f"np.array(np.finfo(np.float32).max)", f"np.array(np.iinfo(np.int32).max)", f"np.array(np.iinfo('int64').max)", f"np.array([np.pi, np.e])", f"np.array([x.size for x in [np.ones(3), np.ones((2, 2))]])",
        f"np.array(np.ones((2, 3)).shape)", f"np.array([len({a}), np.ndim({b})])", f"np.array(np.shape([{a}, {a}]))", f"np.array(np.size([{a}, {a}]))", f"np.array({b}).tolist() + np.zeros(2)", f"np.array({b}).item(1) + np.zeros(2)", f"np.array(float(np.array({a})[0]))",
        f"np.array(int(np.array({b})[1] * 0 if np.isfinite({b}[1]) else 1))", f"np.array({a}).astype(float) / 2", f"np.result_type(np.int32, np.float32) == np.float64 and np.ones(2)", f"np.array(np.dtype('float32').itemsize)", f"np.array({a}, dtype=np.complex128)", f"np.array(np.array({b}).nbytes)", f"np.empty((0, 3))",
        f"np.zeros(-1)", f"np.ones(2.5)", f"np.zeros((2, -3))", f"np.array([1, 2]).nosuch", f"np.nosuch(2)", f"np.arange(0, 1, 0)", f"np.linspace(0, 1, -1)", f"np.eye(2.5)", f"np.full((2,), {b})", f"np.full((2, 2), {a}, dtype=float)", f"np.zeros(2, dtype='nosuch')",
    )
    return case("literals", f"r = {body}")


FAMILIES = [(filled, 6), (ranges, 4), (spaces, 4), (matrices, 6), (grids, 5), (literals, 6)]
