"""Pauses of task code."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCall, TaskCode
from celerylint.syntax.flow import is_in_lambda
from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS, LOOPS
from celerylint.syntax.node import argument, last_name
from celerylint.syntax.value import number_of

_ASKED_FOR = regex(r"(?i)debug|sleep|delay|pause|simulat")
_GREEN = frozenset({"gevent", "eventlet"})


class Sleep:
    """A call of `time.sleep` in a plain function of task code; `seconds` is None if it cannot be seen."""

    of = TaskCode
    words = ("sleep",)
    also = ("time",)

    def __init__(self, code: TaskCode, node: ast.Call) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.seconds = number_of(argument(node, 0, "secs"), self.module.scopes)

    @classmethod
    def find(cls, module: Module) -> Iterable[Sleep]:
        for code in module.all(TaskCode):
            for call in () if code.is_coroutine else code.calls:
                is_named = isinstance(call.func, ast.Name) or last_name(call.func) == "sleep"
                if is_named and module.scopes.qualified(call.func) == "time.sleep":
                    yield cls(code, call)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_green(self) -> bool:
        """Whether other tasks of the same process go on meanwhile."""
        return self.module.settings.worker_pool in _GREEN or self.module.imports(_GREEN)

    @property
    def is_repeated(self) -> bool:
        """Whether it paces a loop: it stands in one, or in a function that one calls."""
        if _is_in_loop(self.module, self.node):
            return True
        calls = [call.node for call in self.module.all(TaskCall) if call.function is self.code.node]
        return any(_is_in_loop(self.module, call) for call in calls)

    @property
    def is_on_purpose(self) -> bool:
        """Whether a condition around it says that somebody asked for a pause, or looks for a fault."""
        around = (above for above in self.module.index.ancestors(self.node) if isinstance(above, ast.If))
        return any(_ASKED_FOR.search(ast.unparse(above.test)) for above in around)

    @property
    def is_handed_on(self) -> bool:
        """Whether something else makes the call, perhaps in another thread: it stands in a lambda, or in a function
        that is handed to something."""
        return is_in_lambda(self.module.index, self.node) or self.code.is_handed_on


def _is_in_loop(module: Module, node: ast.AST) -> bool:
    for above in module.index.ancestors(node):
        if isinstance(above, FUNCTIONS):
            return False
        if isinstance(above, (*LOOPS, *COMPREHENSIONS)):
            return True
    return False
