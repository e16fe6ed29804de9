"""Programs that take entries out of arrays and put some in."""
from draw import case


def slice_text(draw, length):
    bound = lambda: draw.one("", "", str(draw.whole(-length - 1, length + 1)))
    step = draw.one("", "", "", ":2", ":-1", ":-2", ":3", ":0" if draw.chance(0.05) else "")
    return f"{bound()}:{bound()}{step}"


def integer(draw, length):
    return str(draw.whole(-length, length - 1) if length and not draw.chance(0.04) else length)


def part(draw, length, kinds):
    kind = draw.one(*kinds)
    if kind == "slice":
        return slice_text(draw, length)
    if kind == "integer":
        return integer(draw, length)
    if kind == "array":
        shape = draw.one((2,), (2,), (3,), (1,), (2, 1), (0,))
        return integers(draw, shape, length)
    if kind == "mask":
        flags = [draw.one("True", "False") for _ in range(length if not draw.chance(0.04) else length + 1)]
        return f"np.array([{', '.join(flags)}], dtype=bool)"
    return kind


def integers(draw, shape, length):
    if shape == (0,):
        return "np.array([], dtype=int)"
    if len(shape) == 1:
        listed = "[" + ", ".join(integer(draw, length) for _ in range(shape[0])) + "]"
        return draw.one(listed, f"np.array({listed})")
    rows = ["[" + ", ".join(integer(draw, length) for _ in range(shape[1])) + "]" for _ in range(shape[0])]
    return f"np.array([{', '.join(rows)}])"


def index(draw, shape, kinds=("slice", "slice", "integer", "array", "mask")):
    """An index of an array of a shape, as text."""
    roll = draw.random.random()
    if roll < 0.08:
        return draw.one("x > 0", "x == x[...]", "...", "None", "x != 1", "(x > 0) & (x < 5)")
    if roll < 0.12 and len(shape) >= 2:
        return f"np.ix_({integers(draw, (2,), shape[0])}, {integers(draw, (3,), shape[1])})"
    count = draw.whole(0 if draw.chance(0.1) else 1, len(shape) + (1 if draw.chance(0.03) else 0)) if shape else draw.one(0, 0, 1)
    lengths = [*shape, 1][:count]
    parts = [part(draw, length, kinds) for length in lengths]
    if draw.chance(0.2):
        parts.insert(draw.whole(0, len(parts)), draw.one("...", "None", "np.newaxis"))
        if parts.count("...") == 1 and draw.chance(0.5) and shape:
            at = parts.index("...") + 1
            rest = len(parts) - at
            if rest:
                parts[at:] = [part(draw, length, kinds) for length in shape[-rest:]]
    return ", ".join(parts) if parts else "()"


BASIC = ("slice", "slice", "slice", "integer")


def reads(draw):
    shape = draw.shape(0 if draw.chance(0.1) else 1)
    own = index(draw, shape, BASIC) if draw.chance(0.4) else index(draw, shape)
    return case("x[…]", f"x = {draw.array(shape)}", f"r = x[{own}]")


def reads_twice(draw):
    shape = draw.shape(2, 4)
    return case("x[…][…]", f"x = {draw.array(shape)}", f"y = x[{index(draw, shape, BASIC)}]", f"r = y[{slice_text(draw, 3)}]")


def writes(draw):
    shape = draw.shape(1)
    own = index(draw, shape, BASIC) if draw.chance(0.3) else index(draw, shape)
    value = draw.one("1", "-2.5", "np.nan", "True", draw.array(draw.fitting(shape[-1:])), draw.literal(draw.fitting(shape[-1:]), "int64"), draw.array(draw.shape(0, 2)))
    op = draw.one("=", "=", "+=", "*=", "-=")
    return case(f"x[…] {op}", f"x = {draw.array(shape)}", f"x[{own}] {op} {value}", "r = x")


def writes_through(draw):
    """A change through a view is seen in what it is a view of."""
    shape = draw.full_shape(1, 3)
    first = draw.one(f"x[{index(draw, shape, BASIC)}]", "x.T", "x.reshape(-1)", "x.ravel()", "x[::-1]", "x[None]", "x.copy()", "x.flatten()", "x[x > 0]", "np.swapaxes(x, 0, -1)", "x.T.reshape(-1)", "np.asarray(x)", "np.flip(x)", "np.diagonal(x).copy()", "x.squeeze()", "np.array(x)", "np.split(x, [1])[0]", "np.expand_dims(x, 0)")
    change = draw.one("v[...] = 7", "v += 1", "v *= 2", "v[0] = 9", "v[-1:] = 3", "v.fill(4)", "np.add(v, 1, out=v)", "v[...] = v[::-1]", "v.sort()", "v[v > 1] = 0", "np.negative(v, out=v)", "np.copyto(v, 5)", "np.put(v, [0], 8)", "v -= v", "v[..., 0] += 5", "v.itemset(0, 3)", "np.fill_diagonal(v, 6)")
    return case("view", f"x = {draw.array(shape)}", f"v = {first}", change, draw.one("r = x", "r = x", "r = v"))


def scatters(draw):
    shape = draw.full_shape(1, 2)
    n = draw.whole(1, 4)
    places = "[" + ", ".join(integer(draw, shape[0]) for _ in range(n)) + "]"
    body = draw.one(
        f"np.add.at(x, {places}, 1)", f"np.add.at(x, {places}, np.arange({n}).reshape({n}{', 1' * (len(shape) - 1)}))", f"np.subtract.at(x, {places}, 2)", f"np.maximum.at(x, {places}, 3)", f"np.multiply.at(x, {places}, 2)",
        f"np.put(x, {places}, [5, 6])", f"np.place(x, x > 0, [1, 2])", f"np.putmask(x, x > 0, -1)", f"np.copyto(x, 0, where=x > 1)", f"np.put_along_axis(x, np.zeros((1,) * x.ndim, int), 9, axis=0)", f"x[{places}] += 1", f"x.put({places}, 4)",
    )
    return case("scatter", f"x = {draw.array(shape, draw.one('float64', 'int64'))}", body, "r = x")


def loops(draw):
    shape = draw.full_shape(1, 2)
    x = draw.array(shape, tame=True)
    return draw.one(
        case("loop", f"x = {x}", "r = np.zeros(x.shape)", "for i in range(x.shape[0]):", "    r[i] = x[-1 - i] * 2"),
        case("loop", f"x = {x}", "r = np.zeros(x.shape[0])", "for i, row in enumerate(x):", "    r[i] += np.max(row)"),
        case("loop", f"x = {x}", "r = np.zeros_like(x)", "for index in np.ndindex(*x.shape):", "    r[index] = x[index] + 1"),
        case("loop", f"x = {x}", "r = np.zeros(x.shape)", "it = np.nditer(x, flags=['multi_index'])", "while not it.finished:", "    r[it.multi_index] = x[it.multi_index]; it.iternext()"),
        case("loop", f"x = {x}", "r = np.array([float(v) for v in x.flat])"),
        case("loop", f"x = {x}", "x.flat[0] = 5", "r = x"),
        case("loop", f"x = {x}", "r = np.array([index[0] * v for index, v in np.ndenumerate(x)])"),
        case("loop", f"x = {x}", "r = x[0]", "for row in x[1:]:", "    r = r + row"),
        case("loop", f"x = {x}", "x[0], x[-1] = x[-1].copy(), x[0].copy()", "r = x"),
        case("loop", f"x = {x}", "r = x[np.arange(len(x)), np.zeros(len(x), dtype=int)]"),
        case("loop", f"x = {x}", "i = x.argmax()", "r = np.array(np.unravel_index(i, x.shape))"),
        case("loop", f"x = {x}", "r = np.array(np.ravel_multi_index((0,) * x.ndim, x.shape))"),
        case("loop", f"x = {x}", "r = x[np.unravel_index(0, x.shape)]"),
        case("loop", f"x = {x}", "x.resize((2, 2))", "r = x"),
        case("loop", f"x = {x}", "x.shape = (-1,)", "r = x"),
        case("loop", f"x = {x}", "r = np.array(max(x.ravel()))"),
        case("loop", f"x = {x}", "r = np.array(sorted(x.ravel().tolist()))"),
    )


FAMILIES = [(reads, 16), (reads_twice, 2), (writes, 10), (writes_through, 7), (scatters, 3), (loops, 3)]
