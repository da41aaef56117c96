"""Async sessions of task code whose engine no `finally` disposes of."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.disposal import Disposal, disposed_engine
from celerylint.facts.engine import Engine, is_pooled
from celerylint.facts.event_loop import LoopRun
from celerylint.facts.late_disposal import runs_loop
from celerylint.facts.loop_bound_engine import LoopBoundEngine
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.session_opening import SessionOpening
from celerylint.facts.task import Task
from celerylint.syntax.node import last_name


class UndisposedSession:
    """An async session that a coroutine of a task opens, where no `finally` of the code that the task runs disposes of
    the engine, and nothing shows that there is no need to: no loop that is kept, no NullPool."""

    of = SessionOpening

    def __init__(self, opening: SessionOpening) -> None:
        self.module = opening.module
        self.node = opening.node
        self.code = opening.code
        self.function = opening.function

    @classmethod
    def find(cls, module: Module) -> Iterable[UndisposedSession]:
        openings = [each for each in module.all(SessionOpening) if each.is_async and each.code.is_coroutine]
        if not openings or "NullPool" in module.source.text:
            return
        answers = {task: _Answer(module, task, openings) for opening in openings for task in opening.code.tasks}
        seen = set()
        for opening in openings:
            tasks = opening.code.tasks
            place = (opening.code, opening.source)
            if tasks and place not in seen and not opening.code.node.decorator_list and not _is_other_matter(opening):
                seen.add(place)
                if all(answers[task].is_left(opening.source) for task in tasks):
                    yield cls(opening)

    @cached_property
    def span(self) -> Span:
        """The place of the opening call."""
        return self.module.span(self.node)


class _Answer:
    """What the code of one task disposes of."""

    def __init__(self, module: Module, task: Task, openings: list[SessionOpening]) -> None:
        codes = [code for code in module.all(TaskCode) if task in code.tasks]
        opened = {each.source for each in openings if task in each.code.tasks}
        opening = {each.code for each in openings}
        self._disposed = {
            each.source
            for each in module.all(Disposal)
            if task in each.code.tasks and (each.clean_up or each.code not in opening)
        }
        is_run = any(runs_loop(module, call) for code in codes for call in code.calls)
        keeps = any(run.keeps_loop for run in module.all(LoopRun) if task in run.code.tasks)
        self._is_known = is_run and not keeps and self._disposed <= opened - {None}
        self._is_known = self._is_known and not any(_may_dispose(module, code) for code in codes)

    def is_left(self, source: object) -> bool:
        """Whether nothing disposes of the engine that comes from there."""
        return self._is_known and source not in self._disposed


def _may_dispose(module: Module, code: TaskCode) -> bool:
    """Whether a function speaks of a disposal other than those that are known."""
    nodes: list[ast.Attribute | ast.Name] = [*code.all(ast.Attribute), *code.all(ast.Name)]
    for node in nodes:
        if "dispose" in last_name(node):
            call = module.index.parents[node]
            if not (isinstance(call, ast.Call) and call.func is node):
                return True
            if disposed_engine(module, call) is None and module.scopes.definition(node) is None:
                return True
    return False


def _is_other_matter(opening: SessionOpening) -> bool:
    """Whether the engine can be seen, and needs no disposal or is the matter of a rule about engines."""
    source = opening.source
    if not isinstance(source, ast.Call):
        return False
    module = opening.module
    engine = module.at(Engine, source)
    if engine:
        return engine.disposal is not None or engine.has_other_owner or engine.is_made_here
    return not is_pooled(module, source) or module.at(LoopBoundEngine, source) is not None
