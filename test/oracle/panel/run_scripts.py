"""Runs the scripts beside this one that the panel has exported, and fails if one of them does.

python3 test/oracle/panel/run_scripts.py
"""

import contextlib
import io
import pathlib
import re
import warnings

FOLDER = pathlib.Path(__file__).parent / "scripts"


def run(path):
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(path.read_text(), str(path), "exec"), {})
    last = output.getvalue().strip()
    assert re.fullmatch(r"all [1-9]\d* numbers agree", last), (path, last)
    print(f"{path.stem}: {last}")


warnings.simplefilter("ignore", RuntimeWarning)  # NaN and infinities are meant
scripts = sorted(FOLDER.glob("*.py"))
assert scripts, f"no scripts in {FOLDER}"
for script in scripts:
    run(script)
