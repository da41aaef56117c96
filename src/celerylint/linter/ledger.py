"""The ledger: every convention of the guides, and the rules that serve it or the reason why none can.

It is written in `conventions.toml`, and read where it is asked for: no check needs it.
"""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from celerylint.core.rule import Rule
from celerylint.linter.toml import parse

PATH = os.path.join(os.path.dirname(__file__), "conventions.toml")


class Convention(NamedTuple):
    """What one guide asks for. `place` is the guide's heading; `kind` says what stands behind it: a `hazard` that a
    proof shows, a `convention` of good practice, or a `habit` of one house. `rules` are names; a convention that no
    static check can serve is `excused` instead."""

    pack: str
    key: str
    place: str
    says: str
    kind: str
    rules: tuple[str, ...] = ()
    excused: str = ""

    @property
    def id(self) -> str:
        """How other texts name it: `service-tasks/commit-once`."""
        return f"{self.pack}/{self.key}"


@cache
def ledger() -> tuple[Convention, ...]:
    """All conventions, in the order of the guides."""
    with open(PATH, "rb") as file:
        document = parse(file.read())
    return tuple(
        Convention(pack, key, **{**entry, "rules": tuple(entry.get("rules", ()))})
        for pack, entries in document.items()
        for key, entry in entries.items()
    )


def conventions_of(pack: str) -> list[Convention]:
    """The conventions of one guide."""
    return [convention for convention in ledger() if convention.pack == pack]


def served_by(rule: Rule) -> list[Convention]:
    """The conventions that a rule serves, of whatever guide."""
    return [convention for convention in ledger() if rule.name in convention.rules]
