"""Tasks that are called like plain functions."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.in_test import is_in_test
from celerylint.facts.module import Module
from celerylint.facts.reach import task_code
from celerylint.facts.task import Task, task_of
from celerylint.syntax.index import Function
from celerylint.syntax.node import last_name

_RUNNING_OPTIONS = (
    *("bind", "queue", "routing_key", "priority", "time_limit", "soft_time_limit", "rate_limit", "acks_late"),
    *("autoretry_for", "max_retries", "default_retry_delay", "retry_backoff"),
)
_ROUTES = frozenset("route get post put patch delete head options websocket api_view action view_config".split())


class DirectCall:
    """A call `task(...)` of a task of this file, or of an imported one that the file sends elsewhere, in another task
    or in a web request, whose result nobody looks at."""

    words = (".task", "shared_task", ".delay", ".apply_async")

    def __init__(self, module: Module, node: ast.Call, caller: Function, task: Task | None) -> None:
        self.module = module
        self.node = node
        self.caller = caller
        self.task = task
        self.name = ast.unparse(node.func)

    @classmethod
    def find(cls, module: Module) -> Iterable[DirectCall]:
        scopes = module.scopes
        imported: dict[str | None, Task | None] = {}
        names = {task.name for task in module.all(Task)}
        for dispatch in module.all(Dispatch):
            is_other = dispatch.task is None or dispatch.task.is_elsewhere
            if is_other and dispatch.is_of_task and not dispatch.is_guessed:
                receiver = dispatch.node.func.value  # type: ignore[attr-defined]
                imported[scopes.qualified(receiver)] = dispatch.task
                names.add(last_name(receiver))
        for call in module.index.calls(*names) if names else ():
            caller = module.index.enclosing_function(call)
            if caller is None or not isinstance(module.index.parents[call], ast.Expr):
                continue
            task = task_of(module, call.func)
            name = scopes.qualified(call.func) if imported and not task else None
            if task or (name and name in imported):
                yield cls(module, call, caller, task or imported[name])

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def place(self) -> str | None:
        """What runs the task: another task, or a request; None for anything else, a test or a command, and where the
        task is no more than a function to the one that calls it, or that one retries what fails in it."""
        if is_in_test(self.module, self.node) or (self.task and self.task.node is self.caller):
            return None
        code = task_code(self.module, self.node)
        if code:
            retried = any(task.option("autoretry_for") or task.options.open for task in code.tasks)
            return "task" if self._loses_options and not retried else None
        return "request" if self._is_in_view else None

    @property
    def _loses_options(self) -> bool:
        """Whether the task is known to have what a plain function has not: a queue, limits, retries, itself."""
        return self.task is not None and any(self.task.option(name) for name in _RUNNING_OPTIONS)

    @property
    def _is_in_view(self) -> bool:
        arguments = [argument.arg for argument in self.caller.args.args[:2]]
        decorators = [each.func for each in self.caller.decorator_list if isinstance(each, ast.Call)]
        return "request" in arguments or any(last_name(decorator) in _ROUTES for decorator in decorators)

    @property
    def is_also_sent(self) -> bool:
        """Whether the caller sends the same task, too, so that it chooses how it runs."""
        scopes = self.module.scopes
        for dispatch in self.module.all(Dispatch):
            if self.module.index.enclosing_function(dispatch.node) is self.caller:
                receiver = getattr(dispatch.node.func, "value", None)
                same = receiver is not None and scopes.qualified(receiver) == scopes.qualified(self.node.func)
                if same or (self.task and dispatch.task is self.task):
                    return True
        return False
