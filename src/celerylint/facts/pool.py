"""The pool that workers run tasks in."""

from __future__ import annotations

from celerylint.facts.app_settings import AppSettings
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task


def pool_of(module: Module) -> str | None:
    """The pool that the settings of the project name, else the file's own `worker_pool`, else that of the app of its
    tasks; None if it is not known."""
    if module.settings.worker_pool:
        return module.settings.worker_pool
    given = Setting.only(module, "worker_pool") if Setting.named(module, "worker_pool") else _by_app(module)
    return given.value if given and isinstance(given.value, str) else None


def _by_app(module: Module) -> Setting | None:
    """What the settings of the app say: of a file without tasks, of the app that is configured from it."""
    settings = AppSettings.of_file(module) if module.all(Task) else AppSettings.loading(module)
    return settings.only("worker_pool") if settings else None
