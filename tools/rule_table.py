"""Write `src/celerylint/linter/rule_table.py`: `python -m tools.rule_table`, also part of `make bless`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from celerylint.core.rule import Rule
from celerylint.facts.needs import kinds_before, needs_of
from celerylint.linter.catalogue import all_rules

PATH = Path(__file__).parent.parent / "src" / "celerylint" / "linter" / "rule_table.py"
_HEADER = '''"""What is known of each rule, and of each kind of fact that rules look at, before any of them is imported.

Written by `python -m tools.rule_table` (part of `make bless`) from the files of the rules and facts, and held fresh by
`tests/test_rule_table.py`. One line each, so that what two branches add can be merged line by line.
"""

Names = tuple[str, ...]

# code, file below rules/, severity, profile, convention packs, contradicted rules, kinds of facts, words: see `Rule`
RULES: tuple[tuple[str, str, str, str, Names, Names, Names, Names], ...] = (
'''
_KINDS = """)

# file below facts/; of, words, also, pattern, words_of: see `Kind` in facts/module.py
KINDS: dict[str, tuple[str, Names, Names, Names, str, Names]] = {
"""


def table() -> str:
    """The text of the file."""
    rows = [f"    {row_of(rule)!r},\n" for rule in all_rules()]
    needs = [f"    {name!r}: {line_of(kind)!r},\n" for name, kind in sorted(kinds().items())]
    return "".join([_HEADER, *rows, _KINDS, *needs, "}\n"])


def kinds() -> dict[str, type[Any]]:
    """The kinds of facts that rules look at, and those that they are of."""
    found: dict[str, type[Any]] = {}
    waiting = [kind for rule in all_rules() for kind, _ in rule.checks]
    for kind in waiting:
        if found.setdefault(kind.__name__, kind) is not kind:
            raise ValueError(f"two kinds of facts are called {kind.__name__}")
        waiting += kinds_before(kind)
    return found


def line_of(kind: type[Any]) -> tuple[object, ...]:
    """What stands behind the name of a kind."""
    return kind.__module__.removeprefix("celerylint.facts."), *needs_of(kind)


def row_of(rule: Rule) -> tuple[object, ...]:
    """The line of a rule."""
    path = f"{rule.series}.{rule.name.replace('-', '_')}"
    head = rule.code, path, rule.severity.value, rule.profile.value
    return *head, rule.packs, rule.contradicts, rule.kinds, rule.words


if __name__ == "__main__":
    PATH.write_text(table())
