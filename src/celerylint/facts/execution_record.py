"""The record that a scheduler keeps of one run, and how a task tells it how the run ended."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import is_log_call
from celerylint.facts.module import Module
from celerylint.facts.name_use import uses_of
from celerylint.facts.parameters import Parameters
from celerylint.facts.reach import TaskCode
from celerylint.facts.run_outcome import BOTH, SUCCESS, outcomes_at
from celerylint.facts.task import Task
from celerylint.syntax.flow import is_tested
from celerylint.syntax.index import FUNCTIONS, Function
from celerylint.syntax.node import is_name, last_name

EXECUTION_ID = "execution_id"
END_SIGNALS = ("task_success", "task_failure", "task_postrun", "after_return")
_TELLS = regex(r"(?i)update|finish|complet|mark|record|status|state|fail|succe|done|end|close|save|store|report|set")
"""What a function is called that tells a record something; one of another name may be the work itself."""
_NAMES_LINES = regex(r"(?i)bind|context|tag")
"""What a function is called that puts the id into later lines of a log."""
_Holder = tuple[Function, str, "frozenset[str] | None"]
"""A function that has the id, its name for it, and how a run has ended when it is called, if that is known."""


class ExecutionRecord:
    """The record of a run whose id a task takes as `execution_id`. A call that is given the id, and whose result
    nobody wants, tells the record something."""

    of = Task
    words = (EXECUTION_ID,)

    def __init__(self, task: Task) -> None:
        self.task = task
        self.module = task.module
        self.node = task.node
        self._is_known = True
        self._is_used = False
        self._told: set[str] = set()
        self._tellings: set[ast.Call] = set()
        self._follow()

    @classmethod
    def find(cls, module: Module) -> Iterable[ExecutionRecord]:
        if any(module.source.holds(signal) for signal in END_SIGNALS):
            return
        for task in module.all(Task):
            parameters = Parameters.of(task.node)
            takes_it = EXECUTION_ID in parameters.positional or EXECUTION_ID in parameters.keyword
            if takes_it and not (task.has_code_around or task.is_coroutine or task.is_stub):
                yield cls(task)

    @cached_property
    def span(self) -> Span:
        return self.task.span

    @property
    def is_told_of_both(self) -> bool:
        """Whether the record is told of success and of failure, or what it is told cannot be seen."""
        return not self._is_known or self._told >= BOTH

    @property
    def missing(self) -> str | None:
        """What ends without a word to the record: a run that succeeds, one that fails, or either. An id that is only
        written to the log is there for the log."""
        if self.is_told_of_both or (self._is_used and not self._told) or self._is_all_telling:
            return None
        return "ends" if not self._told else "fails" if SUCCESS in self._told else "succeeds"

    @property
    def _is_all_telling(self) -> bool:
        """Whether telling the record something is all that the task does: it ends a run that is not its own."""
        codes = (code for code in self.module.all(TaskCode) if self.task in code.tasks)
        return all(call in self._tellings or is_log_call(call) for code in codes for call in code.calls)

    # --- what is done with the id

    def _follow(self) -> None:
        """Look at each use of the id, in the task and in the functions of the file that are given it to work with."""
        start: _Holder = (self.node, EXECUTION_ID, None)
        seen, waiting = {start}, [start]
        while waiting:
            function, name, outcome = waiting.pop()
            if len(self.module.scopes.bound(function, name)) != 1:
                self._is_known = False
            for use in uses_of(self.module, function, name):
                if self.module.scopes.scope_of(use, name) is function:
                    self._is_used = True
                    holder = self._look_at(use, outcome)
                    if holder and holder not in seen:
                        seen.add(holder)
                        waiting.append(holder)

    def _look_at(self, use: ast.Name, outcome: frozenset[str] | None) -> _Holder | None:
        """Note what a use tells the record, or give the function that is called with the id."""
        call = self._taker(use)
        if call is None:
            self._is_known &= is_tested(self.module.index, use)
            return None
        name = last_name(call.func)
        if is_log_call(call) or _NAMES_LINES.search(name):
            return None
        when = outcomes_at(self.module, call) if outcome is None else outcome
        parents = self.module.index.parents
        above = parents[call]
        above = parents[above] if isinstance(above, ast.Await) else above
        if isinstance(above, ast.Expr) and _TELLS.search(name):
            self._told |= when
            self._tellings.add(call)
            return None
        function = self.module.scopes.definition(call.func)
        parameter = _parameter_for(function, call, use.id) if isinstance(function, FUNCTIONS) else None
        if isinstance(function, FUNCTIONS) and parameter:
            return function, parameter, None if when == {SUCCESS} else when
        self._is_known = False
        return None

    def _taker(self, use: ast.Name) -> ast.Call | None:
        """The innermost call that is given the id, by itself, in a display, or as text."""
        below: ast.AST = use
        for above in self.module.index.ancestors(use):
            if isinstance(above, ast.Call) and below is not above.func and last_name(above.func) != "format":
                name = self.module.scopes.qualified(above.func) or ""
                if not name.startswith(("builtins.", "uuid.")):
                    return above
            elif isinstance(above, (ast.stmt, ast.Lambda)):
                break
            below = above
        return None


def _parameter_for(function: Function, call: ast.Call, name: str) -> str | None:
    """The parameter that takes a name which a call gives as it is."""
    for keyword in call.keywords:
        if is_name(keyword.value, name):
            return keyword.arg
    positional = Parameters.of(function).positional
    for parameter, value in zip(positional, call.args, strict=False):
        if is_name(value, name):
            return parameter
    return None
