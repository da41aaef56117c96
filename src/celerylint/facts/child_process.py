"""Processes that task code starts by `multiprocessing`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import PROCESS_STARTERS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.setting import Setting
from celerylint.syntax.node import last_name, last_names

_METHODS = last_names(PROCESS_STARTERS)


class ChildProcess:
    """A `Process`, a pool of them or a manager, made in task code."""

    of = TaskCode
    words = ("multiprocessing", "ProcessPoolExecutor")

    def __init__(self, code: TaskCode, node: ast.Call, name: str) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[ChildProcess]:
        classes = [node for node in module.index.all(ast.ClassDef, "Process") if _is_process(module, node)]
        names = _METHODS.union(node.name for node in classes)
        for code in module.all(TaskCode):
            for call in code.calls:
                name = last_name(call.func)
                if name not in names:
                    continue
                qualified = module.scopes.qualified(call.func) or ""
                qualified = qualified.replace("multiprocessing.get_context()", "multiprocessing")
                is_one = qualified in PROCESS_STARTERS or module.scopes.defined(qualified) in classes
                if is_one and not _is_allowed(module):
                    yield cls(code, call, qualified.rpartition(".")[2].strip(":"))

    @property
    def has_twin(self) -> bool:
        """Whether billiard has a class of that name, which a prefork worker lets start."""
        return self.name != "ProcessPoolExecutor"

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _is_process(module: Module, node: ast.ClassDef) -> bool:
    return any(base in PROCESS_STARTERS for base in module.scopes.base_names(node))


def _is_allowed(module: Module) -> bool:
    """Whether the workers are known to run another pool, or the file lifts the ban on children of its own accord."""
    if module.settings.worker_pool not in (None, "prefork") or "current_process" in module.source.text:
        return True
    return any(setting.value != "prefork" for setting in Setting.named(module, "worker_pool"))
