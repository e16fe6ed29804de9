"""Programs that draw random numbers from seeded streams."""
from draw import case, summed, ulps

# What passes through logarithms and differences.
ROUGH = summed("1 + np.max(np.abs(r))", 4)

LEGACY = (
    "rand(2, 3)", "rand()", "rand(4)", "random((2, 2))", "random_sample(3)", "random()", "uniform(-1, 1, (2, 3))", "uniform(size=4)", "uniform([0, 1], [1, 3])", "uniform(2, 5)", "randint(10)", "randint(0, 5, size=(2, 3))", "randint(3, 9, 4)", "randint(-3, 3, 5)", "randint(0, 2**40, 3)",
    "randint(5, size=3, dtype=np.int32)", "randint(0, 255, 6, dtype=np.uint8)", "randint(0, 2, 5, dtype=bool)", "randint([2, 5, 9])", "choice(5)", "choice(5, 3)", "choice([1.5, 2.5, 3.5], 4)", "choice(6, 3, replace=False)", "choice(4, 5, p=[0.1, 0.2, 0.3, 0.4])", "choice(5, (2, 2))", "choice(4, 2, replace=False, p=[0.1, 0.2, 0.3, 0.4])",
    "permutation(7)", "permutation([3, 1, 4, 1, 5])", "permutation(np.arange(6).reshape(3, 2))", "permutation(1)", "randint(5, 5)", "choice([], 2)", "choice(3, 5, replace=False)", "random_integers(1, 6, 4)", "binomial(10, 0.3, 5)", "binomial(1, 0.5, 8)", "binomial(100, 0.6, 4)", "binomial(1000, 0.02, 4)", "poisson(3.0, 5)", "poisson(50, 4)", "poisson([1, 20])", "geometric(0.3, 5)", "geometric(0.7, 3)",
    "multinomial(10, [0.2, 0.3, 0.5])", "multinomial(5, [0.5, 0.5], size=2)", "triangular(0, 1, 3, 4)", "negative_binomial(3, 0.4, 4)", "hypergeometric(5, 6, 4, 3)", "logseries(0.6, 4)", "zipf(2.5, 4)",
)
LEGACY_ROUGH = (
    "randn(2, 3)", "randn(5)", "randn()", "normal(0, 1, (2, 3))", "normal(2.0, 0.5, 4)", "normal(size=3)", "normal([0, 10], [1, 2])", "standard_normal((2, 2))", "exponential(2.0, 4)", "exponential(size=3)", "standard_exponential(3)", "laplace(0, 1, 4)", "gumbel(0, 1, 3)", "logistic(0, 1, 3)", "rayleigh(2, 3)", "weibull(1.5, 3)", "pareto(2.0, 3)", "power(3, 3)", "lognormal(0, 0.5, 3)",
    "gamma(2.0, 1.5, 4)", "gamma(0.5, size=3)", "standard_gamma(3.0, 3)", "beta(2, 3, 4)", "beta(0.5, 0.5, 3)", "chisquare(3, 3)", "standard_t(4, 3)", "standard_cauchy(3)", "f(3, 5, 3)", "vonmises(0, 2, 3)", "wald(1, 2, 3)", "dirichlet([1, 2, 3])", "dirichlet((0.5, 1), 2)", "multivariate_normal([0, 0], [[1, 0.5], [0.5, 2]], 3)", "noncentral_chisquare(3, 1.5, 3)",
)
GENERATOR = (
    "random(3)", "random((2, 2))", "random()", "uniform(-1, 1, (2, 3))", "uniform(size=4)", "uniform([0, 1], [1, 3])", "integers(10)", "integers(0, 5, size=(2, 3))", "integers(3, 9, 4)", "integers(1, 6, size=5, endpoint=True)", "integers(0, 2**40, 3)", "integers(0, 256, 6, dtype=np.uint8)", "integers(5, size=3, dtype=np.int32)", "integers(0, 2, 5, dtype=bool)", "integers([2, 5, 9])",
    "random(3, dtype=np.float32)", "random(dtype='float32')", "choice(5)", "choice(5, 3)", "choice([1.5, 2.5, 3.5], 4)", "choice(6, 3, replace=False)", "choice(20000, 3, replace=False)", "choice(10, 8, replace=False)", "choice(30, 2, replace=False, shuffle=False)", "choice(4, 5, p=[0.1, 0.2, 0.3, 0.4])", "choice(np.arange(6).reshape(3, 2), 2)", "choice(np.arange(6).reshape(2, 3), 2, axis=1)", "choice(4, 2, replace=False, p=[0.1, 0.2, 0.3, 0.4])",
    "permutation(7)", "permutation([3, 1, 4, 1, 5])", "permutation(np.arange(6).reshape(3, 2))", "permutation(np.arange(6).reshape(2, 3), axis=1)", "permuted(np.arange(6).reshape(2, 3), axis=1)", "integers(5, 5)", "choice(3, 5, replace=False)", "binomial(10, 0.3, 5)", "binomial(100, 0.6, 4)", "poisson(3.0, 5)", "poisson(50, 4)", "geometric(0.3, 5)", "multinomial(10, [0.2, 0.3, 0.5])", "triangular(0, 1, 3, 4)", "hypergeometric(5, 6, 4, 3)",
    "rand(2)",
)
GENERATOR_ROUGH = (
    "normal(0, 1, (2, 3))", "normal(2.0, 0.5, 4)", "normal(size=3)", "normal([0, 10], [1, 2])", "standard_normal((2, 2))", "standard_normal(40)[-3:]", "standard_normal()", "standard_normal(4, dtype=np.float32)", "exponential(2.0, 4)", "standard_exponential(5)", "standard_exponential(3, dtype=np.float32)", "standard_exponential(3, method='inv')", "laplace(0, 1, 4)", "gumbel(0, 1, 3)", "logistic(0, 1, 3)", "rayleigh(2, 3)", "lognormal(0, 0.5, 3)", "weibull(1.5, 3)", "pareto(2.0, 3)",
    "gamma(2.0, 1.5, 4)", "gamma(0.5, size=3)", "standard_gamma(3.0, 3)", "beta(2, 3, 4)", "beta(0.5, 0.5, 3)", "chisquare(3, 3)", "standard_t(4, 3)", "dirichlet([1, 2, 3])", "multivariate_normal([0, 0], [[1, 0.5], [0.5, 2]], 3)",
)


def warm_up(draw, stream, names):
    """Draws before the one that is looked at, so that what a stream keeps back shows."""
    return [f"{stream}.{draw.one(*names)}"] if draw.chance(0.4) else []


def legacy(draw):
    is_rough = draw.chance(0.35)
    name = draw.one(*(LEGACY_ROUGH if is_rough else LEGACY))
    seed = draw.one("0", "1", "42", str(draw.whole(0, 2**32 - 1)), "[1, 2, 3]" if draw.chance(0.2) else "7")
    stream = draw.one("np.random", "np.random", "rs")
    lines = [f"np.random.seed({seed})" if stream == "np.random" else f"rs = np.random.RandomState({seed})"]
    lines += warm_up(draw, stream, ("rand(3)", "randn(1)", "randint(5)", "permutation(3)", "normal()", "random()"))
    return case(f"random.{name.split('(')[0]}", *lines, f"r = {stream}.{name}", tolerance=ROUGH if is_rough else None)


def generators(draw):
    is_rough = draw.chance(0.35)
    name = draw.one(*(GENERATOR_ROUGH if is_rough else GENERATOR))
    seed = draw.one("0", "1", "42", str(draw.whole(0, 2**40)), str(draw.whole(0, 2**200)))
    lines = [f"rng = np.random.default_rng({seed})", *warm_up(draw, "rng", ("random(3)", "normal()", "integers(5)", "permutation(3)", "integers(9, size=3)", "standard_normal(2)"))]
    return case(f"rng.{name.split('(')[0]}", *lines, f"r = rng.{name}", tolerance=ROUGH if is_rough else None)


def orders(draw):
    seed = draw.whole(0, 999)
    shape = draw.full_shape(1, 3)
    stream = draw.one(f"np.random.RandomState({seed})", f"np.random.default_rng({seed})")
    if draw.chance(0.2):
        return case("shuffle", f"s = {stream}", f"x = {draw.literal((5,), 'int64', True)}", "s.shuffle(x)", "r = np.array(x)")
    axis = ", axis=-1" if "default" in stream and draw.chance(0.4) else ""
    return case("shuffle", f"s = {stream}", f"x = {draw.array(shape)}", f"s.shuffle(x{axis})", "r = x")


def programs(draw):
    """What lessons begin with: weights and batches."""
    seed, n, d = draw.whole(0, 99), draw.whole(1, 4), draw.whole(1, 4)
    return draw.one(
        case("random programs", f"np.random.seed({seed})", f"W = 0.01 * np.random.randn({n}, {d})", f"b = np.zeros({d})", "r = np.vstack([W, b])", tolerance=ulps(4)),
        case("random programs", f"np.random.seed({seed})", f"x = np.random.rand({n}, {d})", "mask = np.random.choice(len(x), 2)", "r = x[mask]"),
        case("random programs", f"rng = np.random.default_rng({seed})", f"x = rng.random(({n}, {d}))", f"i = rng.permutation({n})", "r = x[i]"),
        case("random programs", f"np.random.seed({seed})", f"x = np.random.rand({n}, {d})", "r = x * (np.random.rand(*x.shape) > 0.5)"),
        case("random programs", f"np.random.seed({seed})", f"r = np.eye(3)[np.random.randint(0, 3, {n})]"),
        case("random programs", f"np.random.seed({seed})", "state = np.random.get_state()", "a = np.random.rand(2)", "np.random.set_state(state)", "r = a - np.random.rand(2)"),
        case("random programs", f"rng = np.random.default_rng(np.random.SeedSequence({seed}))", f"r = rng.random({n})"),
        case("random programs", f"rng = np.random.Generator(np.random.PCG64({seed}))", f"r = rng.random({n})"),
        case("random programs", f"a = np.random.default_rng({seed})", "b = np.random.default_rng(a)", f"b.random(2)", f"r = a.random({n})"),
        case("random programs", f"from numpy.random import default_rng", f"r = default_rng(seed={seed}).random({n})"),
        case("random programs", f"np.random.seed(seed={seed})", f"r = np.random.uniform(low=-1, high=1, size=({n}, {d}))"),
        case("random programs", f"rng = np.random.Generator(np.random.MT19937({seed}))", f"r = rng.random({n})"),
    )


FAMILIES = [(legacy, 10), (generators, 10), (orders, 3), (programs, 2)]
