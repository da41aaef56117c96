"""What is measured in processes of its own, and growth."""

from __future__ import annotations

import ast
import json
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.inputs import Files
from benchmarks.measure import BIN, REPOSITORY, interleaved, milliseconds, output, peak_memory, ratio, show, title
from celerylint.core.rule import Rule
from celerylint.core.settings import Settings
from celerylint.linter.catalogue import all_rules
from celerylint.linter.check import NEEDLES, check

_WARM = (str(BIN / "celerylint"), "check", "--isolated", "--quiet")
_CHECK = (*_WARM, "--no-cache")
_RUFF = (str(BIN / "ruff"), "check", "--isolated", "--no-cache", "--quiet")
_IMPORT = """
import importlib.metadata, json, os, sys, time
every = importlib.metadata.distributions
importlib.metadata.distributions = lambda: (found for found in every() if found.metadata["name"] != "celerylint")
from flake8.main.cli import main
main(["--isolated", os.devnull])
before, start = set(sys.modules), time.perf_counter()
import celerylint.hosts.flake8
plugin = time.perf_counter() - start
from celerylint.linter.catalogue import all_rules
all_rules()
print(json.dumps([plugin, time.perf_counter() - start, sorted(set(sys.modules) - before)]))
"""
_DEFINED = re.compile(r"^(?:(?:async )?def |class )?(\w+)(?= = |\(|:)", re.MULTILINE)
_KEYWORDS = {"if", "for", "with", "try"}
_COPIES = 20


def plugin_import(rounds: int) -> None:
    """What the flake8 plugin adds to a flake8 without it."""
    title("2  Import of the plugin over bare flake8 (least; spread: quartiles)")
    runs = [json.loads(output([sys.executable, "-c", _IMPORT])) for _ in range(1 + rounds)][1:]
    show("plugin and all rules", *milliseconds([run[1] for run in runs]), " ms", most=15)
    show("plugin alone (rules come with the first candidate)", *milliseconds([run[0] for run in runs]), " ms", most=15)
    own = [name for name in runs[0][2] if name.partition(".")[0] == "celerylint"]
    print(f"  adds {len(own)} modules of celerylint, and {' '.join(sorted(set(runs[0][2]) - set(own))) or 'none else'}")


def one_file(files: Files, rounds: int) -> None:
    """The command line on one file."""
    title("3  celerylint check on a file of median size, over `python -c pass` (wall; least; spread: quartiles)")
    free, tasks = (sorted(paths, key=os.path.getsize)[len(paths) // 2] for paths in (files.free, files.tasks))
    commands = {
        "free": [*_CHECK, free],
        "tasks": [*_CHECK, tasks],
        "pass": [sys.executable, "-c", "pass"],
        "ruff": [*_RUFF, tasks],
    }
    walls = {name: [cost.wall for cost in costs] for name, costs in interleaved(commands, rounds).items()}
    show("a file without a candidate", *milliseconds(walls["free"], walls["pass"]), " ms", most=20)
    show("a file with tasks", *milliseconds(walls["tasks"], walls["pass"]), " ms", most=45)
    show("for comparison: python -c pass, whole", *milliseconds(walls["pass"]), " ms")
    show("for comparison: ruff check, whole", *milliseconds(walls["ruff"]), " ms")


def whole_trees(trees: Sequence[Path], files: int, rounds: int) -> None:
    """The command line against what cannot be saved, against ruff, and in four processes."""
    title(f"4  celerylint check on {len(trees)} trees, {files} files, nothing cached (CPU unless wall is said)")
    paths = [str(tree) for tree in trees]
    reference = [sys.executable, str(Path(__file__).with_name("reference.py")), *paths, "--"]
    commands = {
        "one process": [*_CHECK, *paths, "--jobs=1"],
        "four": [*_CHECK, *paths, "--jobs=4"],
        "candidates": [*reference, *NEEDLES],
        "ruff": [*_RUFF, *paths],
        "everything": reference,
    }
    costs = interleaved(commands, rounds)
    cpu = {name: [cost.cpu for cost in each] for name, each in costs.items()}
    wall = {name: [cost.wall for cost in each] for name, each in costs.items()}
    one = cpu["one process"]
    show("one process / scan, read, search, parse candidates", *ratio(one, cpu["candidates"]), most=1.4)
    show("one process / ruff check", *ratio(one, cpu["ruff"]), most=0.7)
    show("one process / read and parse every file", *ratio(one, cpu["everything"]), most=0.28)
    crowd = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    show(f"four processes / one, wall ({crowd})", *ratio(wall["four"], wall["one process"]), most=0.45)
    show("four processes / ruff, wall", *ratio(wall["four"], wall["ruff"]))
    print("  CPU seconds: " + ", ".join(f"{name} {min(seconds):.2f}" for name, seconds in cpu.items()))
    if sys.platform == "linux":
        show("peak memory, one process (resident)", peak_memory(commands["one process"])[0], unit=" MB", most=64)
        show("peak memory, four (proportional, together)", peak_memory(commands["four"])[1], unit=" MB", most=130)


def unchanged_trees(trees: Sequence[Path], files: int, rounds: int) -> None:
    """The command line where nothing changed since the last run."""
    title(
        "5  celerylint check on the same trees, nothing changed, over `python -c pass` (CPU; least; spread: quartiles)"
    )
    with tempfile.TemporaryDirectory() as cache:
        check = [*_WARM, "--cache-dir", cache]
        commands = {
            "all": [*check, *map(str, trees)],
            "none": [*check, cache],
            "pass": [sys.executable, "-c", "pass"],
        }
        costs = {name: [cost.cpu for cost in each] for name, each in interleaved(commands, rounds).items()}
    most = round(25 + files / 100)
    show(f"{files} files (25 ms, and 10 µs for each)", *milliseconds(costs["all"], costs["pass"]), " ms", most)
    show("for comparison: no file", *milliseconds(costs["none"], costs["pass"]), " ms")


def pylint_share(files: Files, count: int, rounds: int) -> None:
    """The pylint plugin in a run in which nothing else is on."""
    title("6  In pylint with nothing else enabled: the plugin's seconds over all others")
    for name, most, paths in (("free", 1, files.free[:count]), ("candidates", 10, files.candidates[:count])):
        runs = [json.loads(output([sys.executable, "-m", "benchmarks.in_pylint", *paths])) for _ in range(rounds)]
        shares = [100 * own / (total - own) for own, total in runs]
        show(f"{len(paths)} {name}", min(shares), shares, " %", most=most)


def growth(every: int) -> None:
    """How what a rule does grows with a file, for the rule that grows most over its own bad examples under ever new
    names. What is counted is the lines of Python that run: unlike seconds they are the same each time, so that a rule
    that takes microseconds tells as much as one that takes long."""
    title(f"7  Growth: lines run from {_COPIES} to {2 * _COPIES} copies of each rule's bad examples, over those before")
    growths = {}
    for rule in all_rules()[::every]:
        folder = REPOSITORY / "test_corpus" / rule.name.replace("-", "_")
        text = "".join(path.read_text("utf-8") for path in sorted(folder.glob("bad_*.py")) if ".fixed" not in path.name)
        if text:  # the examples of some are projects
            growths[rule.name] = growth_of(rule, text)
    worst = max(growths, key=growths.__getitem__)
    show(f"{worst}, the worst of {len(growths)} rules", growths[worst], list(growths.values()), most=2.2)


def growth_of(rule: Rule, text: str) -> float:
    """The growth for copies of a text: 2 where each costs as much as the one before, 4 where each is held against all
    others. What does not depend on the length is left out of it."""
    _lines_run(rule, text, _COPIES // 2)  # what is imported and compiled on first use
    half, once, twice = (_lines_run(rule, text, copies) for copies in (_COPIES // 2, _COPIES, 2 * _COPIES))
    return (twice - once) / max(once - half, 1)


def _lines_run(rule: Rule, text: str, copies: int) -> int:
    tree = ast.parse(whole := _copied(text, copies))
    count = 0

    def trace(*_: object) -> Any:
        nonlocal count
        count += 1
        return trace

    sys.settrace(trace)
    try:
        check("app/jobs.py", whole, tree, Settings(), [rule])
    finally:
        sys.settrace(None)
    return count


def _copied(text: str, copies: int) -> str:
    """The imports of a text once, and the rest of it so many times, each with names of its own."""
    lines = text.splitlines(keepends=True)
    imports = []
    for node in ast.parse(text).body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for number in range(node.lineno - 1, node.end_lineno or 0):
                imports.append(lines[number])
                lines[number] = ""
    body = "".join(lines)
    mine = re.compile(rf"\b({'|'.join({*_DEFINED.findall(body)} - _KEYWORDS)})\b")
    return "".join([*imports, *(mine.sub(rf"\1_{number}", body) for number in range(copies))])
