"""The share of the pylint plugin: `report`, and the process it measures in, `python -m benchmarks.in_pylint FILE …`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from typing import Any

from benchmarks.inputs import Files
from benchmarks.measure import at_most, output, title

_FILES = 40


def report(files: Files, rounds: int) -> None:
    """Print what share the plugin has of a pylint run in which nothing else is on."""
    title("5  In pylint with nothing else enabled: the plugin's seconds as a share of all others")
    for name, target, paths in (("free", 1, files.free), ("candidates", 10, files.candidates)):
        command = [sys.executable, "-m", "benchmarks.in_pylint", *paths[:_FILES]]
        shares = [100 * own / (total - own) for own, total in (json.loads(output(command)) for _ in range(rounds))]
        at_most(f"{len(paths[:_FILES])} {name}", target, min(shares), shares, " %")


def main(paths: Sequence[str]) -> None:
    """Run pylint and print the plugin's seconds and all."""
    from pylint.lint import Run
    from pylint.reporters import CollectingReporter

    from celerylint.core.rule import Profile
    from celerylint.hosts import pylint
    from celerylint.linter.catalogue import all_rules

    visit = pylint.CeleryChecker.visit_module
    own = 0.0

    def timed(self: pylint.CeleryChecker, node: Any) -> None:
        nonlocal own
        start = time.perf_counter()
        visit(self, node)
        own += time.perf_counter() - start

    pylint.CeleryChecker.visit_module = timed  # type: ignore[method-assign]
    on = ",".join(pylint.symbol(rule) for rule in all_rules() if rule.profile is Profile.RECOMMENDED)
    options = ["--rcfile=/dev/null", "--load-plugins=celerylint.pylint", "--disable=all", f"--enable={on}"]
    start = time.perf_counter()
    Run([*options, *paths], reporter=CollectingReporter(), exit=False)
    print(json.dumps([own, time.perf_counter() - start]))


if __name__ == "__main__":
    main(sys.argv[1:])
