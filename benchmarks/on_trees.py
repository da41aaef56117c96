"""The command line on whole applications."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import BIN, at_most, interleaved, note, peak_memory, ratio, title
from celerylint.linter.check import NEEDLES

_WORKERS = 4


def report(trees: Sequence[Path], files: int, rounds: int) -> None:
    """Print the command line's costs against what cannot be saved, against ruff, and in four processes."""
    title(f"4  celerylint check on {len(trees)} applications, {files} files, nothing cached (CPU unless wall is said)")
    paths = [str(tree) for tree in trees]
    check = [str(BIN / "celerylint"), "check", "--isolated", "--quiet", *paths, "--jobs"]
    reference = [sys.executable, str(Path(__file__).with_name("reference.py")), *paths, "--"]
    commands = {
        "one": [*check, "1"],
        "candidates": [*reference, *NEEDLES],
        "four": [*check, str(_WORKERS)],
        "ruff": [str(BIN / "ruff"), "check", "--isolated", "--no-cache", "--quiet", *paths],
        "everything": reference,
    }
    costs = interleaved(commands, rounds)
    cpu = {name: [cost.cpu for cost in each] for name, each in costs.items()}
    wall = {name: [cost.wall for cost in each] for name, each in costs.items()}
    at_most("one process / scan, read, search, parse candidates", 1.4, *ratio(cpu["one"], cpu["candidates"]))
    at_most("one process / ruff check", 0.7, *ratio(cpu["one"], cpu["ruff"]))
    at_most("one process / read and parse every file", 0.28, *ratio(cpu["one"], cpu["everything"]))
    what = f"{_WORKERS} processes / one, wall ({os.cpu_count()} cores, load {os.getloadavg()[0]:.1f})"
    at_most(what, 0.45, *ratio(wall["four"], wall["one"]))
    note(f"{_WORKERS} processes / one", *ratio(cpu["four"], cpu["one"]))
    note(f"{_WORKERS} processes / ruff, wall", *ratio(wall["four"], wall["ruff"]))
    for name, seconds in cpu.items():
        note(f"{name}, seconds", min(seconds), seconds, " s")
    if sys.platform == "linux":
        one, four = peak_memory(commands["one"])[0], peak_memory(commands["four"])[1]
        at_most("peak memory, one process (resident)", 64, one, [], " MB")
        at_most(f"peak memory, {_WORKERS} processes (proportional, together)", 130, four, [], " MB")
