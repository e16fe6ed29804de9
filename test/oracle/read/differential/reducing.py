"""Programs that reduce, run along or compare along axes."""
from draw import case, summed, ulps

EXACT = "max min amax amin any all argmax argmin count_nonzero nanmax nanmin ptp nanargmax nanargmin".split()
ROUGH = "sum mean std var prod nansum nanmean nanstd nanvar nanprod".split()
METHODS = set("max min any all argmax argmin ptp sum mean std var prod".split())
SINGLE_AXIS = {"argmax", "argmin", "nanargmax", "nanargmin"}


def magnitudes(name, x):
    if name.endswith("prod"):
        return None
    if name.endswith("var"):
        return f"np.nansum(np.abs({x}), dtype=float) ** 2"
    if name.endswith("std"):
        return f"4 * np.nansum(np.abs({x}), dtype=float)"
    return f"np.nansum(np.abs({x}), dtype=float)"


def arguments(draw, name, ndim):
    parts = []
    if draw.chance(0.75):
        axis = "None" if name in SINGLE_AXIS and draw.chance(0.2) else str(draw.axis(ndim)) if name in SINGLE_AXIS else draw.axes(ndim)
        parts.append(draw.one(axis, f"axis={axis}", f"axis={axis}"))
    if draw.chance(0.3):
        parts.append("keepdims=True")
    if name.endswith(("std", "var")) and draw.chance(0.4):
        parts.append("ddof=1")
    if name in ("sum", "mean", "prod") and draw.chance(0.08):
        parts.append("dtype=np.float64")
    return ", ".join(parts)


def reductions(draw):
    is_exact = draw.chance(0.4)
    name = draw.one(*(EXACT if is_exact else ROUGH))
    shape = draw.shape()
    x = draw.array(shape, tame=not is_exact and draw.chance(0.8))
    given = arguments(draw, name, len(shape))
    method = name in METHODS and draw.chance(0.5)
    call = f"x.{name}({given})" if method else f"np.{name}(x{', ' if given else ''}{given})"
    size = magnitudes(name, "x")
    tolerance = None if is_exact else summed(size) if size else ulps(64)
    return case(name, f"x = {x}", f"r = {call}", tolerance=tolerance)


def running(draw):
    name = draw.one("cumsum", "cumprod", "nancumsum", "diff", "ediff1d", "gradient", "trapz")
    shape = draw.shape(1)
    x = draw.array(shape, tame=True)
    given = draw.one("", "", f", axis={draw.axis(len(shape))}")
    if name == "ediff1d" or name == "trapz":
        given = ""
    if name == "diff":
        given += draw.one("", "", ", n=2", ", n=0")
    if name in ("cumsum", "cumprod") and draw.chance(0.4):
        return case(name, f"x = {x}", f"r = x.{name}({given.removeprefix(', ')})")
    wrap = "np.array({})" if name == "gradient" else "{}"
    body = wrap.format(f"np.{name}(x{given})")
    return case(name, f"x = {x}", f"r = {body}", tolerance=summed("np.nansum(np.abs(x), dtype=float)", 4) if name in ("trapz", "gradient") else None)


def order_statistics(draw):
    shape = draw.shape(1, 3)
    x = draw.array(shape, tame=True)
    axis = draw.one("", "", f", axis={draw.axis(len(shape))}")
    body = draw.one(
        f"np.median(x{axis})", f"np.median(x{axis}, keepdims=True)", f"np.percentile(x, 30{axis})", f"np.percentile(x, [25, 50, 75]{axis})",
        f"np.quantile(x, 0.4{axis})", f"np.quantile(x, [0.0, 0.9]{axis})", f"np.nanmedian(x{axis})", f"np.percentile(x, 40{axis}, method='nearest')",
        f"np.percentile(x, 40{axis}, interpolation='lower')",
    )
    return case(body.split("(")[0], f"x = {x}", f"r = {body}", tolerance=summed("np.max(np.abs(x), initial=0).astype(float)", 2))


def weighted(draw):
    n = draw.whole(1, 5)
    x, w = draw.array((n,), draw.one("float64", "int64"), tame=True), draw.array((n,), draw.one("float64", "int64"), tame=True)
    body, size = draw.one(
        ("np.average(x)", "np.sum(np.abs(x))"),
        ("np.average(x, weights=np.abs(w) + 1)", "np.sum(np.abs(x))"),
        ("np.average(np.stack([x, w]), axis=0)", "np.sum(np.abs(x)) + np.sum(np.abs(w))"),
        ("np.average(np.stack([x, w]), axis=1, weights=np.abs(w) + 1)", "np.sum(np.abs(x)) + np.sum(np.abs(w))"),
        ("np.average(np.stack([x, w]), axis=0, weights=[1, 3])", "np.sum(np.abs(x)) + np.sum(np.abs(w))"),
        ("np.cov(x, w)", "(np.sum(np.abs(x)) + np.sum(np.abs(w))) ** 2"),
        ("np.cov(np.stack([x, w, x * w]))", "(np.sum(np.abs(x)) + np.sum(np.abs(w)) + np.sum(np.abs(x * w))) ** 2"),
        ("np.cov(np.stack([x, w]), rowvar=False, ddof=0)", "(np.sum(np.abs(x)) + np.sum(np.abs(w))) ** 2"),
        ("np.histogram(x, bins=3)[0]", "0"),
        ("np.histogram(x, bins=4)[1]", "np.sum(np.abs(x))"),
        ("np.histogram(x, bins=[-10, 0, 1, 10])[0]", "0"),
        ("np.histogram(x, bins=4, range=(-5, 5))[0]", "0"),
        ("np.convolve(x, w)", "np.sum(np.abs(x)) * np.sum(np.abs(w))"),
        ("np.convolve(x, w, mode='same')", "np.sum(np.abs(x)) * np.sum(np.abs(w))"),
        ("np.convolve(x, w, 'valid')", "np.sum(np.abs(x)) * np.sum(np.abs(w))"),
        ("np.correlate(x, w)", "np.sum(np.abs(x)) * np.sum(np.abs(w))"),
        ("np.polyval(w, x)", "np.sum(np.abs(w)) * (1 + np.max(np.abs(x))) ** 5"),
        ("np.interp([-1.0, 0.5, 2.0], np.arange(len(x)), x)", "np.sum(np.abs(x))"),
        ("np.trapz(x, dx=0.5)", "np.sum(np.abs(x))"),
        ("np.gradient(x, 2.0)", "np.sum(np.abs(x))"),
        ("np.digitize(x, [-1, 0, 2])", "0"),
    )
    return case(body.split("(")[0], f"x = {x}", f"w = {w}", f"r = {body}", tolerance=summed(f"np.asarray({size}, float)"))


def ufunc_reductions(draw):
    name = draw.one("add", "multiply", "maximum", "minimum", "logical_and", "logical_or")
    shape = draw.shape(1, 3)
    x = draw.array(shape, tame=True)
    method = draw.one("reduce", "reduce", "accumulate")
    axis = draw.one("", f", axis={draw.axis(len(shape))}")
    rough = ulps(64) if name == "multiply" else summed("np.nansum(np.abs(x), dtype=float)") if name == "add" else None
    return case(f"{name}.{method}", f"x = {x}", f"r = np.{name}.{method}(x{axis})", tolerance=rough)


FAMILIES = [(reductions, 16), (running, 4), (order_statistics, 3), (weighted, 3), (ufunc_reductions, 2)]
