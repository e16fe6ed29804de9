"""Programs that lay arrays out anew."""
from draw import case


def reshapes(draw):
    shape = draw.shape()
    size = 1
    for length in shape:
        size *= length
    x = draw.array(shape)
    divisors = [d for d in range(1, size + 1) if size % d == 0] or [0]
    d = draw.one(*divisors)
    target = draw.one(f"{d}, {size // d if d else 0}", f"{d}, -1", f"-1, {d}", "-1", f"({d}, -1)", f"-1, 1, {d}", f"{d + 1}, -1", "-1, -1", f"({size},)")
    body = draw.one(
        f"x.reshape({target})", f"x.reshape({target})", f"np.reshape(x, ({target.strip('()')},))".replace(",,", ","), "x.ravel()", "np.ravel(x)", "x.flatten()", "x.reshape(-1)",
        f"x.reshape({target}).T", "x.T.reshape(-1)", "x.T.ravel()", "x.ravel(order='F')", "x.flatten('F')", f"x.reshape({d}, -1, order='F')", "np.resize(x, (2, 3))",
    )
    return case("reshape", f"x = {x}", f"r = {body}")


def transposes(draw):
    shape = draw.shape()
    ndim = len(shape)
    order = draw.sample(range(ndim), ndim)
    a, b = draw.axis(ndim), draw.axis(ndim)
    body = draw.one(
        "x.T", "x.transpose()", "np.transpose(x)", f"x.transpose({tuple(order)})" if ndim else "x.transpose()", f"np.transpose(x, {order})", f"x.transpose({', '.join(map(str, order))})",
        f"np.swapaxes(x, {a}, {b})", f"x.swapaxes({a}, {b})", f"np.moveaxis(x, {a}, {b})", f"np.rollaxis(x, {a})", f"np.expand_dims(x, {a})", f"np.expand_dims(x, (0, {b}))", f"x[np.newaxis]",
        "x[..., None]", "np.squeeze(x)", f"x.squeeze({a})", "x.squeeze()", f"np.squeeze(x, axis={a})", "np.atleast_1d(x)", "np.atleast_2d(x)", "np.atleast_3d(x)", f"np.moveaxis(x, [0, 1], [-1, -2])",
        "x.T.copy()", "np.ascontiguousarray(x.T)",
    )
    return case(body.split("(")[0].replace("x.", "np."), f"x = {draw.array(shape)}", f"r = {body}")


def joins(draw):
    shape = draw.shape(0 if draw.chance(0.1) else 1, 3)
    axis = draw.axis(len(shape)) if shape else 0
    parts = []
    for _ in range(draw.whole(1, 3)):
        own = list(shape)
        if own and -len(own) <= axis < len(own) and draw.chance(0.5):
            own[axis] = draw.whole(0, 3)
        if own and draw.chance(0.05):
            own[0] += 1
        parts.append(draw.array(tuple(own)))
    lines = [f"{name} = {part}" for name, part in zip("abc", parts)]
    names = ", ".join("abc"[: len(parts)])
    body = draw.one(
        f"np.concatenate([{names}], axis={axis})", f"np.concatenate(({names},), {axis})", f"np.concatenate([{names}])", f"np.concatenate([{names}], axis=None)", f"np.stack([{names}])",
        f"np.stack([{names}], axis={axis})", f"np.hstack([{names}])", f"np.vstack(({names},))", f"np.dstack([{names}])", f"np.column_stack([{names}])", f"np.append(a, {names[-1]})",
        f"np.append(a, {names[-1]}, axis={axis})", f"np.insert(a, 1, 9)", f"np.insert(a, 0, 7, axis={axis})", f"np.delete(a, 0)", f"np.delete(a, [0], axis={axis})", f"np.block([[{names}]])",
        f"np.row_stack([{names}])", f"np.block([a, a])", f"np.insert(a, [0, 1], [5, 6])", f"np.delete(a, -1, {axis})", f"np.delete(a, slice(0, 2), axis={axis})", f"np.concatenate([{names}], dtype=float)",
    )
    return case(body.split("(")[0], *lines, f"r = {body}")


def splits(draw):
    shape = draw.full_shape(1, 3)
    axis = draw.axis(len(shape))
    count = draw.whole(1, 4)
    at = draw.one(str(count), str(count), f"[1, {count}]", "[1]", "[2, 1]", "[-1]")
    which = draw.whole(0, 1)
    body = draw.one(f"np.split(x, {at}, axis={axis})", f"np.array_split(x, {at}, axis={axis})", f"np.array_split(x, {at})", f"np.split(x, {at})", f"np.hsplit(x, {at})", f"np.vsplit(x, {at})", f"np.dsplit(x, {at})")
    return case(body.split("(")[0], f"x = {draw.array(shape)}", f"parts = {body}", draw.one(f"r = parts[{which}]", f"r = np.array(len(parts))"))


def repeats(draw):
    shape = draw.shape(0, 3)
    axis = draw.axis(len(shape))
    k, m = draw.whole(0, 3), draw.whole(-4, 4)
    last = shape[-1] if shape else 1
    body = draw.one(
        f"np.tile(x, {k})", f"np.tile(x, ({k}, 2))", f"np.tile(x, [2, {k}, 1])", f"np.repeat(x, {k})", f"np.repeat(x, {k}, axis={axis})", f"x.repeat({k}, {axis})",
        f"np.repeat(x, {list(range(last))}, axis=-1)", f"np.flip(x)", f"np.flip(x, {axis})", "np.flip(x, (0, 1))", "np.fliplr(x)", "np.flipud(x)", f"np.roll(x, {m})", f"np.roll(x, {m}, axis={axis})",
        f"np.roll(x, (1, {m}), axis=(0, 1))", f"np.pad(x, {k})", f"np.pad(x, ({k}, 1))", f"np.pad(x, 1, constant_values=5)", f"np.pad(x, 1, mode='constant')", f"np.pad(x, 1, mode='edge')", f"np.pad(x, {k}, 'reflect')", f"np.pad(x, 2, 'wrap')",
        f"np.pad(x, 1, 'symmetric')", f"np.pad(x, [({k}, 0)] * x.ndim, 'constant', constant_values=-1)", f"np.broadcast_to(x, (2,) + x.shape)", f"np.broadcast_to(x, (3, {last}))", f"np.take(x, [0, -1], axis={axis})", f"np.take(x, {k})",
        f"x.take([0, 0], axis={axis})", f"np.take(x, [0, 7], mode='clip')", f"np.take(x, [[0], [1]])", f"np.compress([True, False], x, axis={axis})", f"np.take_along_axis(x, np.argsort(x, axis={axis}), axis={axis})", "np.trim_zeros(np.ravel(x))",
        f"np.pad(x, 1, 'linear_ramp')", f"np.pad(x, 1, 'maximum')", f"np.pad(x, ((1, 0),) * x.ndim, constant_values=((2, 3),) * x.ndim)",
    )
    return case(body.split("(")[0], f"x = {draw.array(shape)}", f"r = {body}")


FAMILIES = [(reshapes, 6), (transposes, 7), (joins, 8), (splits, 4), (repeats, 9)]
