"""Plain functions that run an event loop, called where one is running."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.lazy import lazy
from celerylint.core.span import Span
from celerylint.facts.effects import Effects, effects_of
from celerylint.facts.event_loop import expects_error
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.syntax.flow import is_in_lambda
from celerylint.syntax.node import last_name

_NESTING = frozenset({"nest_asyncio", "gevent", "eventlet"})


class NestedLoop:
    """A call in a coroutine of task code of a plain function of the project, `name`, which runs an event loop each time
    by `function`: `asyncio.run`, `run_until_complete` or `async_to_sync`."""

    of = TaskCode
    words = ("async",)

    def __init__(self, code: TaskCode, node: ast.Call, function: str) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.name = last_name(node.func)
        self.function = function

    @classmethod
    def find(cls, module: Module) -> Iterable[NestedLoop]:
        for code in module.all(TaskCode):
            for call in code.calls if code.is_coroutine and not code.is_task else ():
                effects = effects_of(module, call)
                function = effects.loop_each_time if effects else None
                if effects and function and not _is_prepared(module, call, effects):
                    yield cls(code, call, function)

    @lazy
    def span(self) -> Span:
        return self.module.span(self.node)


def _is_prepared(module: Module, call: ast.Call, effects: Effects) -> bool:
    """Whether something else makes the call, or it is expected to fail, or loops can be nested there."""
    if is_in_lambda(module.index, call) or expects_error(module, call):
        return True
    return module.imports(_NESTING) or effects.imports(_NESTING)
