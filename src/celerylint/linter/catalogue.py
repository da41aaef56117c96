"""All rules there are. The folders of `rules/` are the registry."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

from celerylint import rules
from celerylint.core.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    found: list[Rule] = []
    for root in rules.__path__:
        for series in os.scandir(root):
            if series.is_dir() and not series.name.startswith("_"):
                for name in os.listdir(series.path):
                    if name.endswith(".py") and not name.startswith("_"):
                        module = import_module(f"{rules.__name__}.{series.name}.{name[:-3]}")
                        found.append(module.rule)
    return tuple(sorted(found, key=lambda rule: rule.code))


def rule_named(selector: str) -> Rule | None:
    """The rule with a code (in any case) or a name."""
    wanted = selector.strip()
    return next((rule for rule in all_rules() if wanted.upper() == rule.code or wanted.lower() == rule.name), None)
