"""Canvases that are sent: `chain(...).apply_async(...)`, `(a.s() | b.s()).delay()`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import PARAMETERS
from celerylint.core.span import Span
from celerylint.facts.arguments import given_options
from celerylint.facts.dispatch import Dispatch, is_signature
from celerylint.facts.import_time import is_executed_at_import
from celerylint.facts.module import Module
from celerylint.facts.task_class import Options

_ARGUMENTS = ("args", "kwargs")


class CanvasDispatch:
    """A call of `apply_async` or `delay` on a chain, group or chord. The options are handed to its tasks, those of a
    chain to the first."""

    words = (".apply_async", ".delay")
    also = (
        *(".s(", ".si(", "signature", "Signature", "maybe_signature", "subtask", ".map(", "starmap", "xstarmap"),
        *("chunks", "chain", "group", "chord", "xmap"),
    )

    def __init__(self, module: Module, node: ast.Call, method: str) -> None:
        self.module = module
        self.node = node
        self.method = method

    @classmethod
    def find(cls, module: Module) -> Iterable[CanvasDispatch]:
        for call in module.index.calls("apply_async", "delay", texts=cls.words):
            function = call.func
            if not isinstance(function, ast.Attribute) or module.at(Dispatch, call):
                continue
            if is_signature(module, function.value):
                yield cls(module, call, function.attr)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def options(self) -> Options:
        """The execution options of `apply_async`."""
        if self.method == "delay":
            return Options({}, False)
        given = given_options(self.module, self.node, PARAMETERS["apply_async"][:2])
        return given._replace(named={name: given.named[name] for name in given.named if name not in _ARGUMENTS})

    @property
    def is_at_import(self) -> bool:
        """Whether the call is executed by whoever imports the file."""
        return is_executed_at_import(self.module, self.node)
