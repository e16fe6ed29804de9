"""Programs that order, find and count."""
from draw import case, summed, ulps


def orders(draw):
    shape = draw.shape(0 if draw.chance(0.05) else 1, 3)
    x = draw.array(shape)
    axis = draw.one("", "", f", axis={draw.axis(len(shape))}", ", axis=None")
    body = draw.one(
        f"np.sort(x{axis})", f"np.argsort(x{axis}, kind='stable')", f"x.argsort({axis.removeprefix(', ')})", "np.sort(x)[..., ::-1]", "np.argsort(-x, kind='stable')", "np.msort(x)", f"np.sort(x{axis}, kind='mergesort')", "np.lexsort((x.ravel(), -x.ravel()))",
        "np.partition(x, 1)[..., 1]", "np.argpartition(x, 0)[..., 0]", "np.take_along_axis(x, np.argsort(x, axis=-1), -1)",
    )
    return case(body.split("(")[0], f"x = {x}", f"r = {body}")


def finds(draw):
    shape = draw.shape()
    x = draw.array(shape)
    body = draw.one(
        "np.nonzero(x)[0]", "x.nonzero()[-1]", "np.argwhere(x)", "np.argwhere(x > 1)", "np.flatnonzero(x)", "np.where(x > 0)[-1]", "np.unique(x)", "np.unique(x, return_counts=True)[1]", "np.unique(x, return_inverse=True)[1]", "np.unique(x, return_index=True)[1]", "np.unique(x, axis=0)",
        "np.isin(x, [1, 2, 0.5])", "np.in1d(x, [1, 2])", "np.isin(x, [0], invert=True)", "np.count_nonzero(x)", "np.count_nonzero(x, axis=0)", "np.array(np.any(x > 100))", "np.intersect1d(x, [1, 2, 3])", "np.union1d(x, [1, 7])", "np.setdiff1d(x, [1])", "np.setxor1d(x, [1, 4])", "np.array(np.argmax(x))", "np.array(x.argmin())",
        "np.array(len(np.unique(x)))", "np.array(np.isscalar(x))",
    )
    return case(body.split("(")[0], f"x = {x}", f"r = {body}")


def counts(draw):
    n = draw.whole(0, 5)
    whole = "np.array([" + ", ".join(str(draw.whole(0, 6)) for _ in range(n)) + "]" + (", dtype=int)" if n == 0 or draw.chance(0.2) else ")")
    rising = sorted(draw.sample(range(-5, 10), draw.whole(1, 4)))
    x = draw.array(draw.shape(0, 2), tame=True)
    body = draw.one(
        "np.bincount(w)", "np.bincount(w, minlength=5)", "np.bincount(w, weights=np.arange(len(w)) * 0.5)", f"np.searchsorted({rising}, x)", f"np.searchsorted({rising}, x, side='right')", f"np.array({rising}).searchsorted(2)", f"np.digitize(x, {rising})", f"np.digitize(x, {rising}, right=True)",
        f"np.interp(x, {rising}, {[v * 2 for v in rising]})", f"np.interp(x, {rising}, {[v * v for v in rising]}, left=-1, right=9)", "np.eye(7)[w]", "np.eye(7, dtype=int)[w]", "np.bincount(x)", "np.histogram(w, bins=3, range=(0, 6))[0]", "np.cumsum(np.bincount(w, minlength=3))", f"np.histogram(w, bins=[0, 1, 3, 7], density=True)[0]",
    )
    return case(body.split("(")[0], f"w = {whole}", f"x = {x}", f"r = {body}", tolerance=summed("20.0", 8) if "interp" in body or "density" in body else None)


FAMILIES = [(orders, 5), (finds, 6), (counts, 5)]
