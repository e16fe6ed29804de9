"""Programs that compute entry by entry."""
from draw import case, ulps

OPERATORS = "+ - * / // % ** & | ^ << >> < <= > >= == !=".split()
FUNCTIONS = (
    "add subtract multiply divide true_divide floor_divide mod remainder fmod power maximum minimum fmax fmin "
    "arctan2 hypot logaddexp logaddexp2 copysign heaviside equal not_equal less less_equal greater greater_equal "
    "logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor left_shift right_shift float_power "
    "nextafter gcd lcm ldexp"
).split()
LIBM = {"**", "power", "arctan2", "hypot", "logaddexp", "logaddexp2", "float_power"}

EXACT_UNARY = (
    "negative positive abs absolute fabs sign square sqrt reciprocal floor ceil trunc fix rint logical_not isnan "
    "isinf isfinite signbit invert bitwise_not spacing isposinf isneginf conj real nan_to_num round around isreal iscomplex"
).split()
LIBM_UNARY = (
    "exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh "
    "cbrt deg2rad rad2deg radians degrees sinc"
).split()


def python_scalar(draw):
    return draw.one(
        "2", "-3", "0", "1", "10", "2.0", "0.5", "-1.5", "0.0", "True", "False", "np.pi", "np.nan", "1e400", "300", "2**31", "2**40"
    )


def numpy_scalar(draw):
    return draw.one("np.float64(1.5)", "np.float32(0.1)", "np.int64(7)", "np.int32(-2)", "np.bool_(True)", "np.array(3)", "np.array(0.25)")


def operand(draw, shape):
    roll = draw.random.random()
    if roll < 0.12:
        return python_scalar(draw)
    if roll < 0.18:
        return numpy_scalar(draw)
    if roll < 0.22 and shape:
        return draw.literal(draw.fitting(shape), draw.one("float64", "int64"))
    return draw.array(draw.fitting(shape))


def operators(draw):
    op = draw.one(*OPERATORS)
    shape = draw.shape()
    dtype = draw.one("int64", "bool", "int64") if op in "& | ^ << >>".split() else None
    left = draw.array(shape, dtype)
    right = operand(draw, shape)
    if dtype and draw.chance(0.8):
        right = draw.array(draw.fitting(shape), dtype)
    if op in ("<<", ">>"):
        right = draw.one("1", "3", "np.array([0, 1, 2])[:1]", right)
    if draw.chance(0.3) and dtype is None:
        left, right = right, left
    return case(op, f"x = {left}", f"y = {right}", f"r = x {op} y", tolerance=ulps(1) if op in LIBM else None)


def functions(draw):
    name = draw.one(*FUNCTIONS)
    shape = draw.shape()
    whole = name.startswith("bitwise") or name.endswith("shift") or name in ("gcd", "lcm")
    left = draw.array(shape, "int64" if whole else None)
    right = draw.array(draw.fitting(shape), "int64") if whole and draw.chance(0.9) else operand(draw, shape)
    if name.endswith("shift") or name == "ldexp":
        right = draw.one("2", "np.array([1, 2, 3])[:1]")
    # The base-2 one passes through two functions.
    tolerance = ulps(2 if name == "logaddexp2" else 1) if name in LIBM else None
    return case(name, f"x = {left}", f"r = np.{name}(x, {right})", tolerance=tolerance)


def unary(draw):
    is_libm = draw.chance(0.45)
    name = draw.one(*(LIBM_UNARY if is_libm else EXACT_UNARY))
    x = draw.array(draw.shape())
    arguments = draw.one("", "", "2", "1", "decimals=3", "-1") if name in ("round", "around") else ""
    call = f"np.{name}(x{', ' if arguments else ''}{arguments})"
    if name == "round" and draw.chance(0.5):
        call = f"x.round({arguments})"
    return case(name, f"x = {x}", f"r = {call}", tolerance=ulps(8 if name == "sinc" else 1) if is_libm else None)


def signs(draw):
    op = draw.one("-", "+", "~", "abs")
    x = draw.array(draw.shape(), draw.one(None, None, "int64", "bool") if op == "~" else None)
    return case(f"unary {op}", f"x = {x}", "r = abs(x)" if op == "abs" else f"r = {op}x")


def augmented(draw):
    op = draw.one("+", "-", "*", "/", "//", "%", "**", "&", "|")
    shape = draw.shape(0, 3)
    x = draw.array(shape, draw.one(None, "int64", "float32"))
    y = operand(draw, shape)
    return case(f"{op}=", f"x = {x}", f"y = {y}", f"x {op}= y", "r = x", tolerance=ulps(1) if op == "**" else None)


def chained(draw):
    """Several exact operations in a row, with broadcasting in between."""
    shape = draw.shape(1, 3)
    lines = [f"x = {draw.array(shape, tame=True)}", f"y = {draw.array(draw.fitting(shape), tame=True)}"]
    body = "x"
    for _ in range(draw.whole(2, 4)):
        other = draw.one("y", "x", "2", "0.5", "-1", "y[..., :1]")
        body = f"({body} {draw.one('+', '-', '*', '<', '>=')} {other})"
    return case("chained", *lines, f"r = {body}")


def selections(draw):
    shape = draw.shape()
    x, y = draw.array(shape), draw.array(draw.fitting(shape))
    body = draw.one(
        "np.where(x > 0, x, y)", "np.where(x > y, 1, 0)", "np.where(y, x, 0.0)", "np.where(x == 0, 1.5, y)",
        "np.clip(x, -1, 1)", "x.clip(0, 2.5)", "np.clip(x, 0, None)", "np.clip(x, None, y)", "np.clip(x, y, y + 1)",
        "np.maximum(x, 0)", "np.minimum(x, y)", "np.select([x > 1, x < 0], [x, y], default=-1)",
        "np.isclose(x, y)", "np.isclose(x, x, equal_nan=True)", "np.isclose(x, x + 1e-9, rtol=0)",
        "np.array(np.allclose(x, x))", "np.array(np.array_equal(x, y))", "np.choose((x > 0).astype(int), [x, y])",
        "np.where(x > 0)[0]", "np.nan_to_num(x)", "np.nan_to_num(x, nan=7.0)", "np.nan_to_num(x, posinf=1, neginf=-1)",
        "np.piecewise(x, [x < 0, x >= 0], [-1, 1])", "np.divmod(x, 2)[1]", "divmod(x, 3)[0]", "np.modf(x)[0]", "np.frexp(x)[0]",
        "np.array(np.array_equiv(x, y))", "np.add(x, y, dtype=np.float64)", "np.multiply(x, 2, out=np.zeros(x.shape))",
        "np.add(x, 1, where=x > 0, out=np.zeros(x.shape))", "np.float_power(x, 2)", "np.subtract.outer(x, y)",
        "np.multiply.outer(x, [1, 2])", "np.extract(x > 0, x)", "np.heaviside(x, 0.5)", "np.fmod(x, 2)", "np.divide(x, y)",
    )
    return case(body.split("(")[0], f"x = {x}", f"y = {y}", f"r = {body}")


def casts(draw):
    x = draw.array(draw.shape(), tame=draw.chance(0.7))
    target = draw.one(
        "float", "int", "bool", "np.float64", "np.int64", "np.float32", "np.int32", "np.uint8", "np.int8", "np.int16",
        "np.uint16", "np.uint32", "'float32'", "'int'", "'f8'", "'i4'", "np.float16", "'uint8'", "'>f8'", "complex", "str", "object"
    )
    if target.strip("'").removeprefix("np.") not in ("float", "int", "bool", "float64", "int64", "float32", "float16", "f8", "f4", ">f8", "complex", "str", "object"):
        # What does not fit is converted as the machine likes.
        x = f"np.clip(np.abs({x}), 0, 100)"
    body = draw.one(f"x.astype({target})", f"x.astype({target})", f"np.array(x, dtype={target})", f"np.asarray(x, {target})")
    return case("astype", f"x = {x}", f"r = {body}")


def narrow(draw):
    """Arithmetic in small element types, which wrap around."""
    types = "uint8 int8 int16 uint16 uint32 int32 float32 float16 uint64".split()
    a, b = draw.one(*types), draw.one(*types, "int64", "float64")
    shape = draw.shape(1, 2)
    if draw.chance(0.4):
        b = a
    x = f"np.abs({draw.plain(shape, 'int64', tame=True)}).astype(np.{a})"
    y = f"np.abs({draw.plain(draw.fitting(shape), 'int64', tame=True)}).astype(np.{b})"
    op = draw.one("+", "-", "*", "//", "%", "/", "<", "==", "&", ">")
    body = draw.one(
        f"x {op} y", f"x {op} y", f"x {op} {draw.one('1', '2', '300', '-1', '0.5', '2.5', '100000')}", "x.sum(axis=0)", "x.mean()",
        "-x", "x.max()", "np.cumsum(x)", "x.prod()", "np.concatenate([x.ravel(), y.ravel()])", "np.sqrt(x)", "x * 2 ** 3", "np.maximum(x, y)"
    )
    rough = {"x.mean()": ulps(16), "np.sqrt(x)": ulps(1), "x.prod()": ulps(8), "x.sum(axis=0)": ulps(8)}.get(body)
    return case("narrow", f"x = {x}", f"y = {y}", f"r = {body}", tolerance=rough)


FAMILIES = [(operators, 14), (functions, 9), (unary, 12), (signs, 2), (augmented, 5), (chained, 3), (selections, 7), (casts, 3), (narrow, 3)]
