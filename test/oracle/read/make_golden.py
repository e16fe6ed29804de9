"""Runs each program under NumPy 1.24 and writes what its arrays were: /usr/bin/python3 make_golden.py"""
import base64
import contextlib
import hashlib
import io
import json
import pathlib
import sys
import traceback
import types
import unittest.mock
import zlib

import numpy as np

from golden_noise import Noise
from golden_trace import instrumented

here = pathlib.Path(__file__).parent

# Arrays beyond this are compared by a digest, or by some of their entries where these are rounded.
MOST_ENTRIES = 64
SAMPLES = 16
NOISY_RUNS = 8
# Plotting changes no array, and need not be installed.
for module in ("matplotlib", "matplotlib.pyplot", "mpl_toolkits", "mpl_toolkits.mplot3d"):
    sys.modules[module] = unittest.mock.MagicMock()
sys.modules["matplotlib.pyplot"].subplots.return_value = (unittest.mock.MagicMock(), [unittest.mock.MagicMock()] * 2)
sys.modules["matplotlib"].pyplot = sys.modules["matplotlib.pyplot"]


def as_array(value):
    """An array that a reader shows: also a list of numbers, or of such lists."""
    if type(value) is list and 0 < len(value) <= 10_000:
        if not all(type(item) in (int, float, list) or isinstance(item, np.number) for item in value):
            return None
        try:
            value = np.array(value)
        except (ValueError, OverflowError):
            return None
    if not isinstance(value, (np.ndarray, np.generic)) or value.dtype.kind not in "biuf":
        return None
    return np.array(value)


class Run:
    """One run of a program: the last value of each name at each place, its globals, and what it printed."""

    def __init__(self, path, seed=None):
        self.bound, self.raises = {}, None
        noise = self.noise = Noise(seed)
        main = types.ModuleType("__main__")
        names = main.__dict__
        names.update(
            __file__=path.name, __bound__=self.tell, __attribute__=self.tell_attribute, __named__=self.tell_named,
            __parameter__=self.tell_parameter,
            __call__=noise.call, __matmul__=noise.matmul, __power__=noise.power,
        )
        ours = set(names) | {"__builtins__"}
        source, printed = path.read_text(), io.StringIO()
        code = instrumented(source, path.name)
        own, sys.modules["__main__"] = sys.modules["__main__"], main
        with contextlib.redirect_stdout(printed), np.errstate(all="ignore"):
            try:
                exec(code, names)
            except Exception as error:
                lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == path.name]
                self.raises = {"type": type(error).__name__, "line": lines[-1]}
        sys.modules["__main__"] = own
        self.printed = printed.getvalue()
        self.globals = {
            name: array
            for name, value in names.items()
            if name not in ours and not isinstance(value, list) and not noise.is_unset(value) and (array := as_array(value)) is not None
        }

    def tell(self, place, name, value):
        array = as_array(value)
        isItem = name == ""
        if self.noise.is_unset(value):
            array = None
        if array is not None and not (isItem and isinstance(value, list)):
            self.bound[place, name] = array
        else:
            self.bound.pop((place, name), None)
        return True

    def tell_attribute(self, place, name, owner, attribute=None):
        return self.tell(place, name, getattr(owner, "__dict__", {}).get(attribute or name))

    def tell_parameter(self, place, name, value):
        return self.tell(place, name, None if isinstance(value, list) else value)

    def tell_named(self, place, name, value):
        self.tell(place, name, value)
        return value


def packed(array):
    """Entries as float64 bytes, deflated."""
    return base64.b64encode(zlib.compress(np.ascontiguousarray(array, "<f8").tobytes(), 9)).decode()


def digest(array):
    numbers = np.where(np.isnan(array), np.nan, array.astype("<f8"))
    return hashlib.sha1(np.ascontiguousarray(numbers).tobytes()).hexdigest()[:16]


def described(array, others, label):
    """An array for the golden file; `slack` is what its entries may be off."""
    noisy = [np.abs(np.where(np.isfinite(array), array, 0) - np.where(np.isfinite(o), o, 0)).max(initial=0) for o in others
             if o is not None and o.shape == array.shape]
    if len(noisy) < len(others):
        print(f"{label}: has another shape if moved by rounding", file=sys.stderr)
    # Whole numbers and truths are what they are, or a decision was taken the other way.
    slack = 4 * float(max(noisy, default=0)) if array.dtype.kind == "f" else 0
    size = np.abs(array[np.isfinite(array)]).max(initial=0)
    if slack > 1e-8 * size:
        print(f"{label}: moves by {slack:.1e} of {size:.1e}", file=sys.stderr)
    whole = {"dtype": str(array.dtype), "shape": list(array.shape), **({"slack": slack} if slack else {})}
    flat = array.astype("<f8").ravel()
    if flat.size <= MOST_ENTRIES:
        return {**whole, "data": packed(flat)}
    if not slack:
        return {**whole, "digest": digest(flat)}
    return {**whole, "sampled": packed(flat[np.linspace(0, flat.size - 1, SAMPLES).astype(int)])}


def golden_of(path):
    run = Run(path)
    noisy = [Run(path, seed) for seed in range(NOISY_RUNS)]
    if any(other.raises != run.raises for other in noisy):
        print(f"{path.stem}: {run.raises}, {[other.raises for other in noisy]}", file=sys.stderr)
    pool, arrays = {}, []

    def put(array, others, label):
        own = described(array, others, label)
        key = json.dumps(own)
        if key not in pool:
            pool[key] = len(arrays)
            arrays.append(own)
        return pool[key]

    bound = [
        [place, name, put(array, [o.bound.get((place, name)) for o in noisy], f"{path.stem}: {name}")]
        for (place, name), array in sorted(run.bound.items())
    ]
    names = {
        name: put(array, [o.globals.get(name) for o in noisy], f"{path.stem}: {name}") for name, array in run.globals.items()
    }
    raises = {"raises": run.raises} if run.raises else {}
    return {"arrays": arrays, "bound": bound, "globals": names, "printed": run.printed, **raises}


def main():
    paths = sorted((here / "programs").glob("*.py"))
    paths.append(here / "../../../media/examples/affine_small.py")
    golden = {path.stem: golden_of(path) for path in paths if not sys.argv[1:] or path.stem in sys.argv[1:]}
    target = here / "golden.json"
    if sys.argv[1:]:
        golden = {**json.loads(target.read_text())["programs"], **golden}
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(one, separators=(',', ':'))}" for name, one in sorted(golden.items()))
    target.write_text(f'{{"numpy": "{np.__version__}", "programs": {{\n{rows}\n}}}}\n')


if __name__ == "__main__":
    main()
