"""How long the processes of a worker live."""

from __future__ import annotations

from collections.abc import Iterable

from celerylint.facts.configuration import Configuration
from celerylint.facts.module import Module
from celerylint.facts.pool import pool_of
from celerylint.facts.setting import Setting

_LIMITS = ("worker_max_tasks_per_child", "worker_max_memory_per_child")


class EndlessProcesses:
    """A configuration that tunes its workers, and never replaces their processes; `setting` is the first that tunes."""

    of = Configuration
    words = ("*worker_*", "*WORKER_*", "*CELERYD_*")

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.node = setting.node
        self.span = setting.name_span

    @classmethod
    def find(cls, module: Module) -> Iterable[EndlessProcesses]:
        is_lacking = any(configuration.lacks(*_LIMITS) for configuration in module.all(Configuration))
        if not is_lacking or pool_of(module) not in (None, "prefork"):
            return
        for setting in module.all(Setting):
            if (setting.canonical or "").startswith("worker_") and not setting.path:
                yield cls(setting)
                return
