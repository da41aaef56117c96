"""Commits that a loop makes once an item."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.databases import CLOSING_METHODS, FETCHES, LOCKS, WRITING_METHODS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.loop import Loop, mentions
from celerylint.facts.module import Module
from celerylint.facts.session_call import SessionCall, UsedSession
from celerylint.facts.streaming import StreamEnd
from celerylint.syntax.flow import next_statement
from celerylint.syntax.index import LOOPS
from celerylint.syntax.node import CALLABLES, ORDERINGS, last_name, subtree, values_given

_EFFECT = regex(
    r"(?i)(^|_)(send|e?mail|notify|post|upload|download|publish|push|fetch|request|charge|pay|call|webhook|delete|remove"
    r"|unlink|move|copy|rename|emit|enqueue|dispatch|delay|apply_async|broadcast|sleep|urlopen|transfer|lock|acquire"
    r"|execute|run|launch|trigger|invoke)($|_)"
)
_OUTSIDE = frozenset("requests httpx aiohttp urllib urllib3 smtplib boto3 shutil os subprocess ftplib paramiko".split())
_ENDING = CLOSING_METHODS | {"refresh"}  # which looks for what others have committed
_OF_SESSIONS = FETCHES | WRITING_METHODS
_ENDS = (ast.Return, ast.Break, ast.Raise)


class ItemCommit:
    """A commit that a loop over many items makes for each of them, of a session that was opened before the loop, where
    the items do nothing that is known, or named as if, to reach outside the database."""

    of = SessionCall

    def __init__(self, module: Module, node: ast.Call, session: str) -> None:
        self.module = module
        self.node = node
        self.session = session

    @classmethod
    def find(cls, module: Module) -> Iterable[ItemCommit]:
        busy: dict[Loop, bool] = {}
        for node, session, name in _commits(module):
            loop = _item_loop(module, node)
            if loop is None or loop.binds(session) or module.at(StreamEnd, node):
                continue
            if loop not in busy:
                busy[loop] = _has_reason(loop)
            if not busy[loop] and not _is_explained(module, node):
                yield cls(module, node, name)

    @cached_property
    def span(self) -> Span:
        """The place of the commit."""
        return self.module.span(self.node)


def _commits(module: Module) -> Iterator[tuple[ast.Call, ast.expr, str]]:
    """The calls outside handlers that commit a session, or have a function of another file do so, that expression and
    its source."""
    for call in module.all(SessionCall):
        if call.method == "commit" and call.handler is None:
            yield call.node, call.receiver, call.session
    for used in module.all(UsedSession):
        for taker in used.takers(used.code.calls):
            for value in filter(used.is_named_by, values_given(taker)):
                called = module.project.effects(module.scopes.qualified(taker.func) or "")
                if called and "commit" in called.done_with(taker, value, always=True):
                    yield taker, value, used.name


def _item_loop(module: Module, node: ast.Call) -> Loop | None:
    """The loop over many items whose body makes the call each time, or for each item of some kind."""
    if isinstance(next_statement(module.index, node), _ENDS):
        return None
    tests: list[ast.expr] = []
    below: ast.AST = node
    for above in module.index.ancestors(node):
        if isinstance(above, (ast.If, ast.While)) and below in (*above.body, *above.orelse):
            tests.append(above.test)
        if isinstance(above, LOOPS):
            loop = module.at(Loop, above)
            is_one = loop is not None and below in loop.body and loop.is_unbounded
            return loop if loop and is_one and all(_is_of_item(test, loop) for test in tests) else None
        if isinstance(above, (*CALLABLES, ast.ExceptHandler)):
            return None
        below = above
    return None


def _is_of_item(test: ast.expr, loop: Loop) -> bool:
    """Whether a condition asks what an item is like, and does not count items."""
    counts = any(isinstance(part, ORDERINGS) for part in subtree(test))
    return not counts and mentions(test, loop.item_names)


def _has_reason(loop: Loop) -> bool:
    """Whether the body counts items, has loops of its own (then an item is a batch), gives up the session or its locks,
    or may do something outside the database, which a later rollback would not undo."""
    for node in loop.nodes():
        if isinstance(node, LOOPS) or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod)):
            return True
        if isinstance(node, ast.Call) and (_reaches_outside(loop.module, node) or last_name(node.func) in LOCKS):
            return True
        if isinstance(node, ast.keyword) and node.arg in LOCKS:
            return True
    return False


def _reaches_outside(module: Module, call: ast.Call) -> bool:
    used = module.at(SessionCall, call)
    if used:
        return used.method in _ENDING
    name = module.scopes.qualified(call.func) or ""
    effects = module.project.effects(name)
    inside = effects.names if effects else frozenset()
    known = [each for each in inside if each.rpartition(".")[2] not in _OF_SESSIONS]
    if any(_EFFECT.search(each.rpartition(".")[2]) for each in (last_name(call.func), *known)):
        return True
    return any(each.partition(".")[0] in _OUTSIDE for each in (name, *inside))


def _is_explained(module: Module, call: ast.Call) -> bool:
    """Whether a comment above the statement says why."""
    line = module.index.statement(call).lineno
    return line > 1 and module.source.line(line - 1).lstrip().startswith("#")
