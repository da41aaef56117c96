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
from celerylint.facts.session_opening import ENGINES, SessionOpening, source_of
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
        answers = _answers(module, {opening.code for opening in openings})
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
    """What the code of one task opens and disposes of, as far as it has been looked at."""

    def __init__(self) -> None:
        self.opened: set[object] = set()
        self.disposed: set[object] = set()
        self.is_run = False
        self.is_unknown = False

    def is_left(self, source: object) -> bool:
        """Whether nothing disposes of the engine that comes from there: each disposal is known to be of another."""
        is_known = self.is_run and not self.is_unknown and self.disposed <= self.opened - {None}
        return is_known and source not in self.disposed


def _answers(module: Module, opening: set[TaskCode]) -> dict[Task, _Answer]:
    """The answer of each task."""
    answers: dict[Task, _Answer] = {}
    for code in module.all(TaskCode):
        disposals = [disposal for disposal in (module.at(Disposal, call) for call in code.calls) if disposal]
        disposed = {each.source for each in disposals if each.clean_up or code not in opening}
        opened = {each.source for each in (module.at(SessionOpening, call) for call in code.calls) if each}
        runs = [run for run in (module.at(LoopRun, call) for call in code.calls) if run]
        is_run = any(runs_loop(module, call) for call in code.calls)
        is_unknown = any(run.keeps_loop for run in runs) or _may_dispose(module, code)
        for task in code.tasks:
            answer = answers.setdefault(task, _Answer())
            answer.disposed |= disposed
            answer.opened |= opened
            answer.is_run |= is_run
            answer.is_unknown |= is_unknown
    return answers


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
        return _is_unpooled_elsewhere(opening)
    module = opening.module
    is_shared = module.index.enclosing_function(source) is None
    for engine in module.all(Engine):
        if engine.node is source and (engine.code is opening.code or not is_shared):
            return engine.disposal is not None or engine.has_other_owner or engine.is_made_here
    is_made = module.scopes.qualified(source.func) in ENGINES
    return is_made and (not is_pooled(module, source) or module.at(LoopBoundEngine, source) is not None)


def _is_unpooled_elsewhere(opening: SessionOpening) -> bool:
    """Whether another file of the project is seen to make the engine without a pool."""
    module, maker = opening.module, opening.node.func
    if isinstance(maker, ast.Attribute) and maker.attr == "begin":
        maker = maker.value
    name = module.scopes.imported(maker)
    found = module.project.value(module.source.path, name) if name else None
    made = source_of(found.module, found.node) if found else None
    return found is not None and isinstance(made, ast.Call) and not is_pooled(found.module, made)
