"""What random programs are made of: shapes, entries and arrays as source text."""
import random
from collections import namedtuple

LENGTHS = (0, 1, 2, 3, 5)
LARGEST = 60

FLOATS = "0.0 -0.0 1.0 -1.0 0.5 2.5 -2.5 0.1 -0.3 1.75 3.0 -7.25 1e-3 123.456 1e10 -2e-8".split()
ODD_FLOATS = "np.nan np.inf -np.inf 1e300 -1e300 5e-324 1e-310 4503599627370497.5 9007199254740993.0".split()
INTEGERS = "0 1 -1 2 3 -3 5 7 -8 10 17 100 -128 255".split()
BIG_INTEGERS = "2147483647 -2147483648 4294967296 9007199254740991 3037000500 -9223372036854775808 9223372036854775807".split()

# `tolerance`: None for equal bits; ("ulp", n); ("sum", terms, expression of the terms' magnitudes).
Case = namedtuple("Case", "family lines tolerance")


def case(family, *lines, tolerance=None):
    return Case(family, lines, tolerance)


def ulps(count):
    return ("ulp", count)


def summed(magnitudes, terms=64):
    return ("sum", terms, magnitudes)


class Draw:
    """A seeded source of pieces of programs."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def one(self, *options):
        return self.random.choice(options)

    def chance(self, probability):
        return self.random.random() < probability

    def whole(self, low, high):
        return self.random.randint(low, high)

    def sample(self, options, count):
        return self.random.sample(options, count)

    def shape(self, low=0, high=4, lengths=LENGTHS):
        while True:
            ndim = self.random.choices(range(low, high + 1), [(1, 4, 5, 3, 1)[i] for i in range(low, high + 1)])[0]
            weights = [1 if length == 0 else 2 if length == 5 else 5 for length in lengths]
            shape = tuple(self.random.choices(lengths, weights, k=ndim))
            size = 1
            for length in shape:
                size *= length
            if size <= LARGEST:
                return shape

    def full_shape(self, low=1, high=3):
        """A shape of at least one entry."""
        return self.shape(low, high, (1, 2, 3, 5))

    def fitting(self, shape):
        """A shape that broadcasts with another; now and then one that does not."""
        if self.chance(0.08):
            return self.shape()
        own = tuple(1 if self.chance(0.2) else length for length in shape)
        return own[self.whole(0, len(own)) if self.chance(0.3) else 0 :]

    def dtype(self):
        return self.random.choices(["float64", "int64", "bool", "float32"], [10, 7, 2, 2])[0]

    def entry(self, dtype, tame=False):
        if dtype == "bool":
            return self.one("True", "False")
        if dtype == "int64":
            pool = BIG_INTEGERS if not tame and self.chance(0.03) else INTEGERS
            return self.one(*pool)
        return self.one(*(ODD_FLOATS if not tame and self.chance(0.04) else FLOATS))

    def entries(self, dtype, count, tame=False):
        if dtype != "float32" and dtype != "bool" and self.chance(0.3):
            # A row of different numbers shows a wrong order that repeated ones would hide.
            start, step = self.whole(-5, 5), self.one(1, 2, 3, -1)
            numbers = [start + step * i for i in range(count)]
            return [str(number) if dtype == "int64" else f"{number}.5" for number in numbers]
        return [self.entry(dtype, tame) for _ in range(count)]

    def literal(self, shape, dtype, tame=False):
        """Nested lists of a shape, as text."""
        if not shape:
            return self.entries(dtype, 1, tame)[0]
        if len(shape) == 1:
            return "[" + ", ".join(self.entries(dtype, shape[0], tame)) + "]"
        return "[" + ", ".join(self.literal(shape[1:], dtype, tame) for _ in range(shape[0])) + "]"

    def array(self, shape, dtype=None, tame=False):
        """An expression of an array; sometimes of one that is not in row-major order."""
        dtype = dtype or self.dtype()
        if len(shape) >= 2 and self.chance(0.15):
            return f"{self.plain(shape[::-1], dtype, tame)}.T"
        if len(shape) >= 1 and shape[0] > 0 and self.chance(0.07):
            return f"{self.plain((2 * shape[0], *shape[1:]), dtype, tame)}[::2]"
        return self.plain(shape, dtype, tame)

    def plain(self, shape, dtype, tame=False):
        size = 1
        for length in shape:
            size *= length
        if dtype == "float64" and self.chance(0.15) and shape:
            return f"np.arange({size}.0).reshape({self.tuple(shape)})"
        if dtype == "int64" and self.chance(0.15) and shape:
            return f"np.arange({size}).reshape({self.tuple(shape)})"
        text = self.literal(shape, dtype, tame)
        is_clear = 0 not in shape and (dtype == "bool" or dtype == "int64" or dtype == "float64")
        if is_clear and self.chance(0.8):
            return f"np.array({text})"
        if 0 in shape:
            return f"np.zeros({self.tuple(shape)}, dtype=np.{dtype.replace('bool', 'bool_')})"
        return f"np.array({text}, dtype=np.{dtype.replace('bool', 'bool_')})"

    @staticmethod
    def tuple(items):
        items = list(items)
        return f"({items[0]},)" if len(items) == 1 else f"({', '.join(map(str, items))})"

    def axis(self, ndim, wild=0.05):
        """An axis of an array of so many, from either end; now and then one that is not there."""
        if self.chance(wild) or ndim == 0:
            return self.one(-ndim - 1, ndim, ndim + 1)
        return self.whole(-ndim, ndim - 1)

    def axes(self, ndim):
        """None, one axis or several, as text."""
        if self.chance(0.3):
            return "None"
        if ndim > 1 and self.chance(0.25):
            return self.tuple(self.sample(range(ndim), self.whole(1, ndim)))
        return str(self.axis(ndim))
