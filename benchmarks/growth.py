"""Growth: what a file twice as long costs, rule by rule, where 2 is linear."""

from __future__ import annotations

import ast
import gc
import re
import time

from benchmarks.measure import REPOSITORY, at_most, title
from celerylint.core.rule import Rule
from celerylint.core.settings import Settings
from celerylint.linter.catalogue import all_rules
from celerylint.linter.check import check

_COPIES = 10
_DEFINED = re.compile(r"^(?:(?:async )?def |class )?(\w+)(?= = |\(|:)", re.MULTILINE)
_SLACK = 2.5


def report() -> None:
    """Print the rule that grows most over its own bad examples, written out again and again under other names."""
    title(f"6  Growth: {_COPIES} → {2 * _COPIES} copies of each rule's bad examples, ratio of seconds (2 is linear)")
    growths = {}
    for rule in all_rules():
        folder = REPOSITORY / "test_corpus" / rule.name.replace("-", "_")
        text = "".join(path.read_text("utf-8") for path in sorted(folder.glob("bad_*.py")) if ".fixed" not in path.name)
        body = text.replace("from __future__ import annotations", "")
        growths[rule.name] = _seconds(rule, body, 2 * _COPIES) / _seconds(rule, body, _COPIES)
    worst = sorted(growths, key=growths.__getitem__)[-3:]
    what = f"{len(growths)} rules, worst {', '.join(reversed(worst))}"
    at_most(what, _SLACK, growths[worst[-1]], list(growths.values()))


def _seconds(rule: Rule, text: str, copies: int) -> float:
    names = set(_DEFINED.findall(text)) - {"app", "if", "for", "with", "try"}
    mine = re.compile(rf"\b({'|'.join(names)})\b")
    whole = "".join(mine.sub(rf"\1_{number}", text) for number in range(copies))
    seconds = []
    for _ in range(2):
        tree = ast.parse(whole)
        gc.collect()
        gc.disable()
        start = time.perf_counter()
        check("app/jobs.py", whole, tree, Settings(), [rule])
        seconds.append(time.perf_counter() - start)
        gc.enable()
    return min(seconds)
