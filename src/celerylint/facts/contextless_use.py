"""Flask-SQLAlchemy in tasks without an application context."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.databases import CONTEXT_PUSHERS, FLASK_APP_MAKERS, FLASK_PACKAGES, FLASK_SESSIONS
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.query import Query
from celerylint.facts.reach import TaskCode
from celerylint.facts.session_call import SessionCall
from celerylint.facts.task import Task
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import last_name

_ELSEWHERE = (".push()", "enter_context(", "__enter__", "task_prerun", "__call__", "ContextTask", "FlaskTask")


class ContextlessUse:
    """The first use of `db.session` or `Model.query` in a task of Flask that nothing pushes a context for. That shows
    where the task makes the application itself, another task of the file pushes the context by hand, or the file makes
    an app of Celery's own class."""

    of = Task
    words = tuple(sorted(FLASK_PACKAGES | FLASK_APP_MAKERS | CONTEXT_PUSHERS))

    def __init__(self, task: Task, node: ast.expr) -> None:
        self.task = task
        self.module = task.module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[ContextlessUse]:
        if any(text in module.source.text for text in _ELSEWHERE) or _is_pushed_elsewhere(module):
            return
        is_by_hand = any(_pushes(node) for code in module.all(TaskCode) for node in code.all(ast.With))
        for task in module.all(Task):
            code = module.at(TaskCode, task.node)
            if code is None or task.has_code_around:
                continue
            makes_app = any(last_name(call.func) in FLASK_APP_MAKERS for call in code.calls)
            is_plain = task.app_creation is not None and module.imports(FLASK_PACKAGES)
            if makes_app or is_plain or is_by_hand:
                use = next(_uses(code, with_models=makes_app or is_plain), None)
                if use is not None:
                    yield cls(task, use)

    @cached_property
    def span(self) -> Span:
        """The place of the use."""
        return self.module.span(self.node)


def _is_pushed_elsewhere(module: Module) -> bool:
    """Whether other code of the file speaks of application contexts: a decorator, a hook, a helper."""
    spoken = [node for node in module.index.all(ast.Attribute, *CONTEXT_PUSHERS) if node.attr in CONTEXT_PUSHERS]
    return any(module.at(TaskCode, module.index.enclosing_function(node)) is None for node in spoken)


def _pushes(node: ast.AST) -> bool:
    """Whether a node is `with app.app_context():`."""
    return isinstance(node, ast.With) and any(
        isinstance(item.context_expr, ast.Call) and last_name(item.context_expr.func) in CONTEXT_PUSHERS
        for item in node.items
    )


def _uses(code: TaskCode, with_models: bool) -> Iterator[ast.expr]:
    """What a function asks Flask-SQLAlchemy for outside every context, in source order."""
    module = code.module
    for call in code.calls:
        used = module.at(SessionCall, call)
        query = module.at(Query, call) if with_models else None
        name = module.scopes.qualified(used.receiver) if used else None
        is_of_flask = name in FLASK_SESSIONS or (name and matches_any(name, module.settings.scoped_sessions))
        if used and is_of_flask and not _is_inside(module, call):
            yield used.receiver
        elif query and query.methods[0] == "query" and not query.entities and not _is_inside(module, call):
            yield call


def _is_inside(module: Module, node: ast.AST) -> bool:
    for above in module.index.ancestors(node):
        if isinstance(above, FUNCTIONS):
            return False
        if _pushes(above):
            return True
    return False
