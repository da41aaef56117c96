"""Regular expressions that are compiled when they are first used: a run needs few of those that its modules name, and
compiling all would take longer than importing them."""

from __future__ import annotations

import re
from typing import Any, AnyStr


class _Regex:
    """A pattern to be. Asked for anything that a pattern has, it compiles itself and keeps that."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        vars(self)[name] = found
        return found


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, for a constant of a module."""
    return _Regex(text, flags)  # type: ignore[return-value]
