"""The pool that workers run tasks in."""

from __future__ import annotations

from celerylint.facts.module import Module
from celerylint.facts.setting import Setting


def pool_of(module: Module) -> str | None:
    """The pool that the settings of the project name, else the file's own `worker_pool`; None if it is not known."""
    if module.settings.worker_pool:
        return module.settings.worker_pool
    given = Setting.only(module, "worker_pool")
    return given.value if given and isinstance(given.value, str) else None
