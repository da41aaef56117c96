"""Rollbacks that take the work of other items with them."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import PLAIN_PACKAGES
from celerylint.core.span import Span
from celerylint.facts.async_session import is_async_session
from celerylint.facts.item_handler import is_savepoint
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.query import Query
from celerylint.facts.session_call import SessionCall, UsedSession, ends_session
from celerylint.facts.session_life import is_made
from celerylint.syntax.node import subtree


class BatchRollback:
    """A rollback of the whole session in the handler of one item, where the items are written in a loop over them and
    one commit after the loop is to keep them all."""

    of = UsedSession
    words = ("rollback",)

    def __init__(self, call: SessionCall) -> None:
        self.call = call
        self.module = call.module
        self.node = call.node
        self.session = call.session

    @classmethod
    def find(cls, module: Module) -> Iterable[BatchRollback]:
        for used in module.all(UsedSession):
            commits = [call for call in used.calls if call.method == "commit"]
            rollbacks = [call for call in used.calls if call.method == "rollback"]
            loses: dict[Loop, bool] = {}
            for rollback in rollbacks if commits else ():
                handler = rollback.handler
                loop = handler.loop if handler and not handler.leaves else None
                if loop is None or loop.binds(rollback.receiver):
                    continue
                if loop not in loses:
                    committed = loop.is_unbounded and _is_committed_after(loop, commits)
                    loses[loop] = committed and _is_written_in(loop, used)
                if loses[loop]:
                    yield cls(rollback)

    @property
    def is_async(self) -> bool | None:
        """Whether the methods of the session are coroutines; None if that is not seen."""
        return is_async_session(self.call.code, self.session, self.call.receiver)

    @cached_property
    def span(self) -> Span:
        return self.call.span


def _is_committed_after(loop: Loop, commits: list[SessionCall]) -> bool:
    """Whether the session is committed in the straight course of things after a loop, and not in it."""
    end = loop.span.end_line
    if any(loop.span.line <= commit.span.line <= end for commit in commits):
        return False
    return any(commit.span.line > end and commit.handler is None for commit in commits)


def _is_written_in(loop: Loop, used: UsedSession) -> bool:
    """Whether items are seen to be written in a loop, and nothing in it may keep them."""
    nodes = [node for node in loop.nodes() if not loop.is_in_handler(node)]
    if any(is_savepoint(node) for node in nodes) or any(isinstance(node, ast.Break) for node in nodes):
        return False
    takers = list(used.takers(nodes))
    if any(ends_session(loop.module, call) for call in takers):
        return False
    if not used.is_local and any(_may_commit(used, node) for node in nodes):
        return False
    within = set(nodes)
    if any(call.writes and call.node in within for call in used.calls) or _changes_rows(loop, nodes):
        return True
    helpers = [loop.module.scopes.definition(call.func) for call in takers]
    return any(call.writes and call.code.node in helpers for call in loop.module.all(SessionCall))


def _may_commit(used: UsedSession, node: ast.AST) -> bool:
    """Whether a node calls a function of another module of the project, which knows a shared session as well."""
    if not isinstance(node, ast.Call) or is_made(node) or used.module.at(SessionCall, node):
        return False
    name = used.module.scopes.qualified(node.func)
    return name is not None and name.partition(".")[0].partition("(")[0] not in PLAIN_PACKAGES


def _changes_rows(loop: Loop, nodes: list[ast.AST]) -> bool:
    """Whether attributes of the items are set, and the items are rows of a query."""
    assigned = [target for node in nodes if isinstance(node, ast.Assign) for target in node.targets]
    changed = [target.value for target in assigned if isinstance(target, ast.Attribute)]
    names = {node.id for node in changed if isinstance(node, ast.Name)}
    if names.isdisjoint(loop.target_names) or loop.iterable is None:
        return False
    rows = loop.module.scopes.assigned(loop.iterable) or loop.iterable
    return any(loop.module.at(Query, part) is not None for part in subtree(rows))
