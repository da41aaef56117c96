"""What a task does by itself: the work in its function, and in the coroutines of the file that it runs."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.handler import is_log_call
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.option_in_effect import in_effect
from celerylint.facts.query import Query
from celerylint.facts.reach import TaskCode
from celerylint.facts.session import is_session
from celerylint.facts.task import Task
from celerylint.syntax.node import is_none, last_name, names_in, without_await
from celerylint.syntax.value import UNKNOWN, items

_COLLECTING = frozenset("append add update extend insert setdefault pop remove discard clear write writerow".split())


class TaskWork:
    """The work of a task. A helper that it calls is not part of it; a coroutine that it runs is."""

    of = Task

    def __init__(self, task: Task, own: TaskCode) -> None:
        self.task = task
        self.module = task.module
        self.node = task.node
        self._own = own

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskWork]:
        for task in module.all(Task):
            own = module.at(TaskCode, task.node)
            if own and not task.is_coroutine and not task.is_generator:
                yield cls(task, own)

    @property
    def span(self) -> Span:
        return self.task.span

    @cached_property
    def _coroutines(self) -> list[TaskCode]:
        """The coroutines of this file that the function names."""
        found = [self.module.at(TaskCode, node) for node in dict.fromkeys(self._own.named_functions)]
        return [code for code in found if code and code.is_coroutine and not code.is_task]

    # --- queries

    @property
    def queries(self) -> list[Query]:
        """The queries that the task makes by itself; to load what it is given the key of is none of them."""
        calls = [call for code in (self._own, *self._coroutines) for call in code.calls]
        found = (self.module.at(Query, call) for call in calls)
        return [query for query in found if query and not query.is_by_key]

    # --- items and the result

    @property
    def processes_items(self) -> bool:
        """Whether the task does something with each of many items."""
        return any(map(self._is_processing, (self._own, *self._coroutines)))

    @property
    def processes_items_itself(self) -> bool:
        """The same of its own function, coroutines left out."""
        return self._is_processing(self._own)

    @property
    def returns_nothing(self) -> bool:
        """Whether the function surely gives None, or what a coroutine gives that gives nothing."""
        values = _returned(self._own)
        return all(map(self._is_nothing, values)) and not isinstance(self.node.body[-1], ast.Raise)

    def _is_nothing(self, value: ast.expr) -> bool:
        """Whether what a function returns is the result of coroutines that give nothing."""
        names = names_in(self.module.scopes.assigned(value) or value)
        run = {self.module.scopes.definition(name) for name in names}
        given = [code for code in self._coroutines if code.node in run]
        return bool(given) and not any(map(_returned, given))

    @property
    def returns_undeclared_counts(self) -> bool:
        """Whether the function returns a dict, and does not say that it does."""
        if self.node.returns is not None:
            return False
        scopes = self.module.scopes
        return any(items(scopes.assigned(value), scopes) is not None for value in _returned(self._own))

    @property
    def keeps_result(self) -> bool:
        """Whether nothing that this file shows, or hides, has the result dropped."""
        ignored = in_effect(self.task, "ignore_result")
        if ignored is UNKNOWN:
            return self.task.option("ignore_result") is None and not self.task.options.open
        return not ignored

    def _is_processing(self, code: TaskCode) -> bool:
        loops = [self.module.at(Loop, node) for node in (*code.all(ast.For), *code.all(ast.AsyncFor))]
        return any(loop.is_unbounded and _acts(loop) for loop in loops if loop)


def _returned(code: TaskCode) -> list[ast.expr]:
    """The values that a function returns, None left out."""
    return [node.value for node in code.all(ast.Return) if node.value is not None and not is_none(node.value)]


def _acts(loop: Loop) -> bool:
    """Whether something is done with each item, and not only collected or logged."""
    for node in loop.nodes():
        if isinstance(node, ast.Assign) and any(isinstance(target, ast.Attribute) for target in node.targets):
            return True
        value = node.value if isinstance(node, ast.Expr) else None
        call = without_await(value)
        if isinstance(call, ast.Call) and not is_log_call(call) and not _only_collects(loop, call.func):
            return True
    return False


def _only_collects(loop: Loop, called: ast.expr) -> bool:
    """Whether a call puts the item away, or calls it: then it is a step of one piece of work. What a session is given,
    it writes."""
    if isinstance(called, ast.Attribute):
        return called.attr in _COLLECTING and not is_session(loop.module, called.value)
    return last_name(called) in loop.target_names
