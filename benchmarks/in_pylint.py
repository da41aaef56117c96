"""The process that times the pylint plugin: `python -m benchmarks.in_pylint FILE …` prints its seconds and all."""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from pylint.lint import Run
from pylint.reporters import CollectingReporter

from celerylint.core.rule import Profile
from celerylint.hosts.pylint import CeleryChecker, symbol
from celerylint.linter.catalogue import all_rules

_visit = CeleryChecker.visit_module
_seconds: list[float] = []


def _timed(self: CeleryChecker, node: Any) -> None:
    start = time.perf_counter()
    _visit(self, node)
    _seconds.append(time.perf_counter() - start)


if __name__ == "__main__":
    CeleryChecker.visit_module = _timed  # type: ignore[method-assign]
    on = ",".join(symbol(rule) for rule in all_rules() if rule.profile is Profile.RECOMMENDED)
    options = ["--rcfile=/dev/null", "--load-plugins=celerylint.pylint", "--disable=all", f"--enable={on}"]
    begin = time.perf_counter()
    Run([*options, *sys.argv[1:]], reporter=CollectingReporter(), exit=False)
    print(json.dumps([sum(_seconds), time.perf_counter() - begin]))
