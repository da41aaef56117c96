"""Queries that a function of the project makes for a loop of task code that calls it."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import SENDING_NOW
from celerylint.celery.databases import SESSION_WRITES, WRITES
from celerylint.core.span import Span
from celerylint.facts.effects import Effects, effects_of
from celerylint.facts.loop import Loop, mentions
from celerylint.facts.module import Module
from celerylint.facts.query import Query, repeating_loop
from celerylint.facts.session import is_session, unawaited
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.source import STANDARD_LIBRARY

_CHANGING = WRITES | SESSION_WRITES | SENDING_NOW | {"commit", "rollback", "begin", "begin_nested"}
_OF_PYTHON = STANDARD_LIBRARY | {"builtins"}


class CalledQuery:
    """A call, once for each of many items, of a function of this file or another that reads something of the item from
    the database, and does nothing else that would need the items one by one."""

    of = Loop
    words = ("for", "while")

    def __init__(self, module: Module, node: ast.Call) -> None:
        self.module = module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[CalledQuery]:
        calls = {call: None for loop in module.all(Loop) for call in loop.calls if call.args or call.keywords}
        for call in calls:
            if isinstance(unawaited(module, call)[0], ast.Expr) or not _is_known(module, call):
                continue
            loop = repeating_loop(module, call)
            if loop is None or not loop.is_unbounded:
                continue
            effects = effects_of(module, call) if module.at(Query, call) is None else None
            if effects and effects.asked and _asks_of_item(loop, call, effects) and _only_reads(effects):
                yield cls(module, call)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _is_known(module: Module, call: ast.Call) -> bool:
    """Whether a call is one of a function of the project: a filter, before the costlier look at the loop."""
    name = module.scopes.qualified(call.func)
    if name is None or name.startswith(":"):
        return isinstance(module.scopes.defined(name), FUNCTIONS)
    return name.partition(".")[0] not in _OF_PYTHON and module.project.place(name) is not None


def _asks_of_item(loop: Loop, call: ast.Call, effects: Effects) -> bool:
    """Whether a query depends on the item, and is asked of a session that was open before the loop."""
    if isinstance(call.func, ast.Attribute) and loop.binds(call.func.value):
        return False
    taken = effects.arguments(call)
    for asked in effects.asked:
        session = taken.get(asked.session)
        if asked.session and session is None:
            continue
        is_open = session is None or (is_session(loop.module, session) and not loop.binds(session))
        given = [taken[name] for name in asked.given if name in taken]
        if is_open and any(mentions(value, loop.item_names) for value in given):
            return True
    return False


def _only_reads(effects: Effects) -> bool:
    return _CHANGING.isdisjoint(name.rpartition(".")[2] for name in effects.names)
