"""Names that a file reads somewhere, off whatever it may be."""

from __future__ import annotations

from celerylint.core.regex import regex
from celerylint.facts.module import Module

_DOT_BEFORE = regex(r"\.\s*$")
_ASSIGNED = regex(r"\s*=[^=]")
_FARTHEST = 80
"""How far before a name its dot is looked for."""


def is_read(module: Module, name: str) -> bool:
    """Whether a file reads an attribute of that name, or spells it as text: `task.queue`, `getattr(task, "queue")`."""
    if not module.spoken.holds(name):
        return False
    text = module.source.text
    for place in module.source.places_of(name):
        end = place + len(name)
        if text[place - 1] in "\"'" and text[end : end + 1] in ('"', "'"):
            return True
        if _DOT_BEFORE.search(text, max(place - _FARTHEST, 0), place) and not _ASSIGNED.match(text, end):
            return True
    return False
