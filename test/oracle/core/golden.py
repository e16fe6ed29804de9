"""Writes golden values as JSON that keeps every bit: shared by the scripts beside it.

Numbers are written as Python's repr, the shortest text that reads back as the same float64 in any
language; -0.0 stays -0.0. JSON has no NaN and no infinities: they are strings.
"""

import json
import math
import pathlib

FOLDER = pathlib.Path(__file__).parent


def number(value):
    value = float(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return int(value) if value.is_integer() and abs(value) < 1e15 and value != 0 else value


def write(name, about, sections):
    """One case a line, so that a change of one case is a change of one line."""
    lines = [json.dumps(about)[1:-1]]
    for section, cases in sections.items():
        body = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
        lines.append(f'"{section}": [\n{body}\n]')
    path = FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{" + ",\n".join(lines) + "}\n")
    counts = {section: len(cases) for section, cases in sections.items()}
    print(path.name, counts, path.stat().st_size, "bytes")
