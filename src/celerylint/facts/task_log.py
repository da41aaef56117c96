"""What a task writes to the log about its own run."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.execution_record import ExecutionRecord
from celerylint.facts.handler import Handler, is_clean_up, is_log_call
from celerylint.facts.log_call import LogCall
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.task import Task
from celerylint.syntax.flow import block_nodes, leaves_block
from celerylint.syntax.index import FUNCTIONS, LOOPS, Function
from celerylint.syntax.node import last_name, names_in

_Place = tuple[int, int]
_CLEANS_UP = frozenset("rollback close aclose dispose expunge_all expire_all remove str repr".split())
_ENDS = frozenset("commit rollback close aclose dispose flush remove".split())
_LOGS = regex(r"(?i)(^|_)log(_|$)")
_START, _END = (0, 0), (1 << 62, 0)
_NO_WORK = ("builtins.", "time.", "datetime.", "uuid.")


class TaskLog:
    """The lines that tell of the start and the end of a task, in its function or in one that it reaches. Tasks whose
    base class or decorator may write them, tasks that do nothing, and coroutines, which a worker does not run, are left
    out."""

    of = Task

    def __init__(self, task: Task, runs: list[_Run]) -> None:
        self.task = task
        self.module = task.module
        self.node = task.node
        self._runs = runs

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskLog]:
        plain = [call for call in module.all(LogCall) if not call.is_detail and not is_clean_up(module, call.node)]
        writing = {call.code.node for call in plain}
        runs: dict[Task, list[_Run]] = {}
        for code in module.all(TaskCode):
            for task in code.tasks if not code.is_runner else ():
                runs.setdefault(task, []).append(_Run(code, writing))
        for task, own in runs.items():
            may_be_elsewhere = task.owner or task.is_wrapped or task.has_own_class
            if not may_be_elsewhere and not task.is_coroutine and any(run.works for run in own):
                yield cls(task, own)

    @cached_property
    def span(self) -> Span:
        return self.task.span

    @property
    def is_recorded(self) -> bool:
        """Whether the task tells a record how it ended, in place of the log."""
        record = self.module.at(ExecutionRecord, self.node)
        return record is not None and record.is_told_of_both

    @property
    def missing(self) -> str | None:
        """Where no line is written: at the start, at the end, or both."""
        if self.is_recorded:
            return None
        starts, ends = any(run.tells_start for run in self._runs), any(run.tells_end for run in self._runs)
        return None if starts and ends else "end" if starts else "start" if ends else "start and end"


class _Run:
    """One function of a task: where it works, and where it writes lines that are no error's and no item's."""

    def __init__(self, code: TaskCode, writing: set[Function]) -> None:
        self.code = code
        self.module = code.module
        self._writing = writing

    @cached_property
    def lines(self) -> list[_Place]:
        """Where lines of the run are written, here or by a function that does so."""
        return [_place(call) for call in self.code.calls if self._writes(call) and self._is_of_the_run(call)]

    def _writes(self, call: ast.Call) -> bool:
        line = self.module.at(LogCall, call)
        if line:
            return not (line.is_detail and is_clean_up(self.module, call))
        if _LOGS.search(last_name(call.func)):
            return True
        function = self.module.scopes.definition(call.func)
        is_awaited = isinstance(self.module.index.parents[call], ast.Await)
        is_run = isinstance(function, ast.AsyncFunctionDef) and not is_awaited  # a run of its own
        return function in self._writing and not is_run

    @cached_property
    def works(self) -> list[_Place]:
        """Where something is done, the end of it left out: what handlers and `finally` do, a commit, a close."""
        nodes: list[ast.AST] = [*self._loops, *self.code.all(ast.Await), *filter(self._does_something, self.code.calls)]
        return [_place(node) for node in nodes if not is_clean_up(self.module, node)]

    @cached_property
    def _loops(self) -> list[ast.AST]:
        return [loop for kind in LOOPS for loop in self.code.all(kind)]

    def _does_something(self, call: ast.Call) -> bool:
        name = self.module.scopes.qualified(call.func) or ""
        return not is_log_call(call) and not name.startswith(_NO_WORK) and last_name(call.func) not in _ENDS

    @cached_property
    def _first(self) -> _Place | None:
        """The line that tells of the start: work comes after it, and no loop and no run of a coroutine before."""
        runners = self.module.settings.async_runners
        runs = [call for call in self.code.calls if matches_any(last_name(call.func), runners)]
        bulk = min(map(_place, [*self._loops, *runs]), default=_END)
        last = max(self.works, default=_START)
        return next((line for line in self.lines if line < last and line < bulk), None)

    @property
    def tells_start(self) -> bool:
        """Whether a line is written before the work."""
        return self._first is not None

    @property
    def tells_end(self) -> bool:
        """Whether another line is written after some work."""
        begin = self._first or _START
        return any(begin < work < line for work in self.works for line in self.lines[-1:])

    def _is_of_the_run(self, call: ast.Call) -> bool:
        """Whether a line is written once a run, and not only for an error or where there is nothing to do."""
        below: ast.AST = call
        for above in self.module.index.ancestors(call):
            if isinstance(above, FUNCTIONS):
                break
            if isinstance(above, (ast.ExceptHandler, *LOOPS)):
                return False
            if isinstance(above, ast.If) and leaves_block(above, below) and self._goes_on_after(above):
                return False
            below = above
        return True

    def _goes_on_after(self, node: ast.If) -> bool:
        return (node.end_lineno or 0, node.end_col_offset or 0) < max(self.works, default=_START)


class SilentHandler:
    """A handler of every error that a task may end with, which writes no line and hands the error to nothing: at most
    it cleans up, and goes on or raises it again."""

    of = Handler
    words = ("except",)

    def __init__(self, handler: Handler) -> None:
        self.handler = handler
        self.node = handler.node
        self.span = handler.span

    @classmethod
    def find(cls, module: Module) -> Iterable[SilentHandler]:
        logs = {log.task for log in module.all(TaskLog) if not log.is_recorded}
        for handler in module.all(Handler):
            is_of_whole_run = handler.is_broad and handler.loop is None and not is_clean_up(module, handler.around)
            if handler.code.is_runner or not is_of_whole_run or logs.isdisjoint(handler.code.tasks):
                continue
            if handler.guards_a_call and _says_nothing(handler):
                yield cls(handler)


def _says_nothing(handler: Handler) -> bool:
    body = handler.node.body
    if handler.node.name and any(name.id == handler.node.name for name in names_in(*body)):
        return False
    calls = [node for node in block_nodes(body) if isinstance(node, ast.Call)]
    returned = [node for node in block_nodes(body) if isinstance(node, ast.Return) and node.value]
    return not returned and all(last_name(call.func) in _CLEANS_UP for call in calls)


def _place(node: ast.AST) -> _Place:
    return node.lineno, node.col_offset  # type: ignore[attr-defined]
