"""The project's runner of coroutines, as far as a file has one at hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from celerylint.core.settings import matches_any
from celerylint.facts.module import Module


class _Runner(NamedTuple):
    """A name of a file that the settings call a runner of coroutines, and that is called with the coroutine."""

    name: str

    @classmethod
    def find(cls, module: Module) -> Iterable[_Runner]:
        for name in module.scopes.locals(module.index.tree):
            if matches_any(name, module.settings.async_runners) and not name.startswith("async_to_sync"):
                yield cls(name)


def runner_at_hand(module: Module) -> str | None:
    """The one name of a file that the settings call a runner of coroutines: a function that it imports or defines, and
    that is called with the coroutine."""
    found = module.all(_Runner)
    return found[0].name if len(found) == 1 else None
