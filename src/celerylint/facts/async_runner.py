"""The project's runner of coroutines, as far as a file has one at hand."""

from __future__ import annotations

from celerylint.core.settings import matches_any
from celerylint.facts.module import Module


def runner_at_hand(module: Module) -> str | None:
    """The one name of a file that the settings call a runner of coroutines: a function that it imports or defines, and
    that is called with the coroutine."""
    top = module.index.tree
    found = [name for name in module.scopes.locals(top) if matches_any(name, module.settings.async_runners)]
    plain = [name for name in found if not name.startswith("async_to_sync")]
    return plain[0] if len(plain) == 1 else None
