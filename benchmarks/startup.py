"""What starting costs: the flake8 plugin over bare flake8, the command line on one file over Python itself."""

from __future__ import annotations

import json
import sys

from benchmarks.inputs import Files
from benchmarks.measure import BIN, at_most, interleaved, milliseconds, note, output, title

_IMPORT = """
import importlib.metadata, json, os, sys, time
every = importlib.metadata.distributions
importlib.metadata.distributions = lambda: (found for found in every() if found.metadata["name"] != "celerylint")
from flake8.main.cli import main
main(["--isolated", os.devnull])
before = set(sys.modules)
times = [time.perf_counter()]
import celerylint.hosts.flake8
times.append(time.perf_counter())
from celerylint.linter.catalogue import all_rules
all_rules()
times.append(time.perf_counter())
print(json.dumps([times[1] - times[0], times[2] - times[0], sorted(set(sys.modules) - before)]))
"""
_HEAVY = ("libcst", "astroid", "importlib.metadata", "tomllib", "dataclasses", "celery", "sqlalchemy")


def report_import(rounds: int) -> None:
    """Print what the plugin adds to a flake8 without it."""
    title("2  Import of the plugin over bare flake8")
    output([sys.executable, "-c", _IMPORT])
    runs = [json.loads(output([sys.executable, "-c", _IMPORT])) for _ in range(rounds)]
    with_rules, plugin = [run[1] for run in runs], [run[0] for run in runs]
    nothing = [0.0] * rounds
    at_most("plugin and all rules", 15, *milliseconds(with_rules, nothing), " ms")
    note("plugin alone (rules come with the first candidate)", *milliseconds(plugin, nothing), " ms")
    added = runs[0][2]
    own = [name for name in added if name.partition(".")[0] == "celerylint"]
    heavy = [name for name in added if name.startswith(_HEAVY) and name not in own]
    at_most("modules that are heavy", 0, len(heavy), [])
    print(f"  adds {len(own)} modules of celerylint and {' '.join(name for name in added if name not in own)}")


def report_one_file(files: Files, rounds: int) -> None:
    """Print what `celerylint check` costs on one file."""
    title("3  celerylint check on one file, over `python -c pass` (wall)")
    check = [str(BIN / "celerylint"), "check", "--isolated"]
    commands = {
        "pass": [sys.executable, "-c", "pass"],
        "free": [*check, files.free[0]],
        "candidate": [*check, files.tasks[0]],
        "ruff": [str(BIN / "ruff"), "check", "--isolated", "--no-cache", files.tasks[0]],
    }
    walls = {name: [cost.wall for cost in costs] for name, costs in interleaved(commands, rounds).items()}
    at_most("a file without a candidate", 20, *milliseconds(walls["free"], walls["pass"]), " ms")
    at_most("a file with tasks", 45, *milliseconds(walls["candidate"], walls["pass"]), " ms")
    note("python -c pass", *milliseconds(walls["pass"], [0.0] * rounds), " ms")
    note("ruff check", *milliseconds(walls["ruff"], [0.0] * rounds), " ms")
