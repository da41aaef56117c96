"""Callbacks and errbacks: what `link` and `link_error` are given."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.facts.arguments import Arguments
from celerylint.facts.dispatch import Dispatch, is_signature, signature_of
from celerylint.facts.module import Module
from celerylint.facts.result import is_result
from celerylint.facts.task import Task, task_of
from celerylint.syntax.value import text_of

_METHODS = ("link", "link_error", "on_error")


class Link:
    """One callback of `link=`, one errback of `link_error=`, or of the methods of a signature that do the same."""

    words = ("link", "link_error", "on_error")

    def __init__(self, module: Module, node: ast.expr, option: str) -> None:
        self.module = module
        self.node = node
        self.option = option
        self.span = module.span(node)
        self.given = module.scopes.assigned(node) or node

    @classmethod
    def find(cls, module: Module) -> Iterable[Link]:
        for dispatch in module.all(Dispatch):
            for name in ("link", "link_error"):
                option = dispatch.option(name)
                for node in _each(option.node) if option else ():
                    yield cls(module, node, name)
        for call in module.index.calls(*_METHODS, texts=tuple(f".{method}(" for method in _METHODS)):
            function = call.func
            if isinstance(function, ast.Attribute) and call.args and is_signature(module, function.value):
                yield from (cls(module, node, function.attr) for node in _each(call.args[0]))

    @property
    def bare_task(self) -> Task | None:
        """The task of this file that is given itself, and not its signature."""
        return task_of(self.module, self.given)

    @property
    def called_task(self) -> Task | None:
        """The task of this file whose function is called, and whose result is given."""
        return task_of(self.module, self.given.func) if isinstance(self.given, ast.Call) else None

    @property
    def text(self) -> str | None:
        """The name that is given in place of a signature."""
        return text_of(self.given, self.module.scopes)

    @property
    def is_sent(self) -> bool:
        """Whether it is the result of a task that is sent here and now."""
        return isinstance(self.given, ast.Call) and is_result(self.module, self.given)

    @property
    def unfit_errback(self) -> Task | None:
        """The task of an errback whose function never runs, since it does not take what errbacks are given.

        That is the id of the failed task; or, if the function takes more than one argument and not the task itself,
        the request, the exception and the traceback (`Backend._call_task_errbacks`). An immutable one is given nothing.
        """
        made = signature_of(self.module, self.given) if self.option != "link" else None
        task = made.task if made and made.method in ("s", "si") and made.arguments == Arguments() else None
        taken = task.given_parameters if task else None
        if made is None or task is None or taken is None or not task.checks_arguments:
            return None
        positional, required = len(taken.positional), [name for name in taken.required if name in taken.positional]
        count = 0 if made.method == "si" else 3 if (taken.star or positional > 1) and not task.is_bound else 1
        fits = len(required) <= count and len(required) == len(taken.required)
        return None if fits and (taken.star or positional >= count) else task


def _each(node: ast.expr) -> Iterator[ast.expr]:
    yield from node.elts if isinstance(node, (ast.List, ast.Tuple)) else [node]
