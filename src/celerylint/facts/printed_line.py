"""Lines that task code prints."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.setting import Setting
from celerylint.syntax.node import keyword_value, last_name

_PRINT = "builtins.print"
_STANDARD = frozenset({"sys.stdout", "sys.stderr"})


class PrintedLine:
    """A call of `print` in task code, to where the worker listens."""

    of = TaskCode
    words = ("print",)

    def __init__(self, module: Module, node: ast.Call) -> None:
        self.module = module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[PrintedLine]:
        if Setting.named(module, "worker_redirect_stdouts"):
            return
        for code in module.all(TaskCode):
            for call in code.calls:
                if last_name(call.func) == "print" and module.scopes.qualified(call.func) == _PRINT:
                    file = keyword_value(call, "file")
                    if file is None or module.scopes.qualified(file) in _STANDARD:
                        yield cls(module, call)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)
