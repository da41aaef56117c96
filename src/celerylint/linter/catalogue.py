"""All rules there are. The folders of `rules/` are the registry, `rule_table.py` what is known of it at once."""

from __future__ import annotations

import os
from functools import cache, cached_property
from importlib import import_module
from typing import Any

from celerylint import linter, rules
from celerylint.core.rule import Check, Profile, Rule, Severity
from celerylint.linter.rule_table import RULES

Names = tuple[str, ...]
UNUSED_SUPPRESSION = "CEL001"


class Entry:
    """A rule of the table. Its file, and the files of the facts that it looks at, are imported when it checks."""

    def __init__(
        self,
        code: str,
        path: str,
        severity: str,
        profile: str,
        packs: Names,
        contradicts: Names,
        kinds: Names,
        words: Names,
        package: str = rules.__name__,
    ) -> None:
        self.code = code
        self.series, _, module = path.partition(".")
        self.module = f"{package}.{path}"
        self.name = module.replace("_", "-")
        self.severity = Severity(severity)
        self.profile = Profile(profile)
        self.packs = packs
        self.contradicts = contradicts
        self.kinds = kinds
        """The names of the kinds of facts that it looks at."""
        self.words = words

    @cached_property
    def rule(self) -> Rule:
        """The rule itself."""
        rule: Rule = import_module(self.module).rule
        return rule

    @property
    def checks(self) -> list[tuple[type[Any], Check[Any]]]:
        """What the rule subscribed to."""
        return self.rule.checks


@cache
def entries() -> tuple[Entry, ...]:
    """Every rule of the table, by code."""
    return tuple(Entry(*row) for row in RULES)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule that has a file, by code: imports all of them."""
    found: list[Rule] = []
    for root in rules.__path__:
        for series in os.scandir(root):
            if series.is_dir() and not series.name.startswith("_"):
                for name in os.listdir(series.path):
                    if name.endswith(".py") and not name.startswith("_"):
                        module = import_module(f"{rules.__name__}.{series.name}.{name[:-3]}")
                        found.append(module.rule)
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def own_entries() -> tuple[Entry, ...]:
    """The rules about suppressions, which are no checks of facts."""
    names = {UNUSED_SUPPRESSION: "own.unused_suppression", "CEL002": "own.suppression_without_reason"}
    nothing: Names = ()
    return tuple(
        Entry(code, path, "note", "pack", nothing, nothing, nothing, nothing, linter.__name__)
        for code, path in names.items()
    )


def entry_named(selector: str) -> Entry | None:
    """The rule with a code (in any case) or a name."""
    wanted, every = selector.strip(), (*entries(), *own_entries())
    return next((entry for entry in every if wanted.upper() == entry.code or wanted.lower() == entry.name), None)


def rule_named(selector: str) -> Rule | None:
    """The same, imported."""
    entry = entry_named(selector)
    return entry.rule if entry else None


def documentation(rule: Rule | Entry) -> str:
    """The rule's own words, the docstring of its file: what is wrong, why, and what to write, a paragraph each."""
    return (import_module(rule.module).__doc__ or "").strip()


def summary(rule: Rule | Entry) -> str:
    """The first sentence of it: what is wrong."""
    return documentation(rule).partition("\n")[0]
