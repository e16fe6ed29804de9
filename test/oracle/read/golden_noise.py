"""
How far two correct readings of a program may end apart: each result that IEEE 754 does not fix to the
bit (sums, products, libm, normal variates) is moved at random by what it may be off, and the rest of
the program shows what becomes of that.
"""
import math
import operator
import random

import numpy as np

LIBM = set(
    "exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan arctan2 sinh cosh tanh arcsinh"
    " arccosh arctanh cbrt hypot power float_power logaddexp logaddexp2 sinc logspace geomspace erf"
    " radians degrees deg2rad rad2deg i0 hanning hamming blackman".split()
)
SUMS = set(
    "sum nansum mean nanmean average dot matmul inner vdot tensordot einsum trace convolve correlate trapz"
    " polyval cov".split()
)
RELATIVE = set("var std nanvar nanstd prod norm corrcoef".split())
SOLVERS = set("inv pinv solve lstsq det slogdet eig eigh eigvals eigvalsh svd qr cholesky matrix_power matrix_rank cond polyfit".split())
DRAWN = set(
    "randn normal standard_normal multivariate_normal lognormal exponential standard_exponential gamma beta"
    " chisquare gauss normalvariate expovariate gammavariate betavariate lognormvariate laplace logistic gumbel rayleigh"
    " poisson".split()
)
EXACT_MATH = set("sqrt fabs floor ceil trunc factorial gcd lcm comb perm isqrt fmod copysign prod fsum isclose".split())


def is_float(value):
    return isinstance(value, (float, np.floating)) or (isinstance(value, np.ndarray) and value.dtype.kind == "f")


def moved(value, scale, stream, size):
    """A value moved by up to size·eps·scale."""
    if isinstance(value, tuple):
        return type(value)(*(moved(v, np.abs(v), stream, size) for v in value)) if hasattr(value, "_fields") else tuple(
            moved(v, np.abs(v), stream, size) for v in value
        )
    if not is_float(value):
        return value
    if isinstance(value, float) and not isinstance(value, np.floating):
        return value + stream.uniform(-1, 1) * size * 2.0**-52 * float(scale)
    with np.errstate(all="ignore"):
        steps = stream.uniform(-1, 1, np.shape(value)) * size * np.finfo(value.dtype).eps * scale
        result = value + np.where(np.isfinite(steps), steps, 0)
    return value.dtype.type(result) if isinstance(value, np.generic) else result.astype(value.dtype)


def magnitudes(argument):
    if isinstance(argument, (list, tuple)):
        return type(argument)(magnitudes(each) for each in argument) if argument and is_float(np.asarray(argument)) else argument
    return np.abs(argument) if isinstance(argument, np.ndarray) and argument.dtype.kind == "f" else argument


def is_exact(terms, scale):
    """Whether terms have so few digits that no sum of their products is rounded, in whatever order."""
    return np.all(np.abs(scale) < 2.0**30) and all(np.all(np.mod(np.ravel(each) * 1024, 1) == 0) for each in terms)


class Noise:
    """Calls functions, and moves what they give where it is rounded. Without a seed it moves nothing."""

    def __init__(self, seed=None):
        self.unset = []
        self.stream = None if seed is None else np.random.RandomState(seed)

    def call(self, function, *arguments, **keywords):
        if function is np.empty or function is np.empty_like:
            self.unset.append(function(*arguments, **keywords))
            self.unset[-1][...] = 0
            return self.unset[-1]
        if self.stream is None:
            return function(*arguments, **keywords)
        name, owner = getattr(function, "__name__", ""), getattr(function, "__self__", None)
        isNumpy = isinstance(function, np.ufunc) or str(getattr(function, "__module__", "")).startswith("numpy")
        isOwned = isinstance(owner, (np.ndarray, np.generic, np.ufunc))
        if name in SOLVERS and isNumpy:
            arguments = [moved(each, np.abs(each), self.stream, 4) if is_float(each) else each for each in arguments]
        result = function(*arguments, **keywords)
        if isinstance(owner, (np.random.RandomState, np.random.Generator, random.Random)):
            return moved(result, np.abs(result), self.stream, 2) if name in DRAWN else result
        if owner is math:
            return moved(result, abs(result), self.stream, 1) if name not in EXACT_MATH and isinstance(result, float) else result
        if name in LIBM and isNumpy or name in RELATIVE | SOLVERS and (isNumpy or isOwned):
            return moved(result, np.abs(result) if is_float(result) else 0, self.stream, 1 if name in LIBM else 4)
        if (name in SUMS and (isNumpy or isOwned)) or (name == "reduce" and owner is np.add):
            return self.summed(function, owner, arguments, keywords, result)
        return result

    def is_unset(self, value):
        """Whether an array is memory into which nothing was written: it has no right value."""
        return any(value is each for each in self.unset) and not np.any(value)

    def summed(self, function, owner, arguments, keywords, result):
        if isinstance(owner, np.ndarray):
            function = getattr(np.abs(owner), function.__name__)
        scale = function(*map(magnitudes, arguments), **{k: v for k, v in keywords.items() if k != "out"})
        terms = [each for each in (owner, *arguments) if is_float(each)]
        return result if is_exact(terms, scale) else moved(result, scale, self.stream, 2)

    def matmul(self, left, right):
        if self.stream is not None and is_float(left) and is_float(right):
            return self.call(np.matmul, left, right)
        return operator.matmul(left, right)

    def power(self, base, exponent):
        result = base**exponent
        isExact = isinstance(base, np.ndarray) and np.ndim(exponent) == 0 and exponent in (0, 0.5, 1, 2, -1)
        if self.stream is None or isExact or not is_float(result):
            return result
        return moved(result, abs(result), self.stream, 1)
