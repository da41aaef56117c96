"""Commits that a loop makes once an item."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.databases import CLOSING_METHODS, LOCKS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.loop import Loop, mentions
from celerylint.facts.module import Module
from celerylint.facts.session_call import SessionCall
from celerylint.facts.streaming import StreamEnd
from celerylint.syntax.flow import next_statement
from celerylint.syntax.index import LOOPS
from celerylint.syntax.node import CALLABLES, ORDERINGS, last_name, subtree

_EFFECT = regex(
    r"(?i)(^|_)(send|e?mail|notify|post|upload|download|publish|push|fetch|request|charge|pay|call|webhook|delete|remove"
    r"|unlink|move|copy|rename|emit|enqueue|dispatch|delay|apply_async|broadcast|sleep|urlopen|transfer|lock|acquire"
    r"|execute|run|launch|trigger|invoke)($|_)"
)
_OUTSIDE = frozenset("requests httpx aiohttp urllib urllib3 smtplib boto3 shutil os subprocess ftplib paramiko".split())
_ENDING = CLOSING_METHODS | {"refresh"}  # which looks for what others have committed
_ENDS = (ast.Return, ast.Break, ast.Raise)


class ItemCommit:
    """A commit that a loop over many items makes for each of them, of a session that was opened before the loop, where
    the items do nothing that is known, or named as if, to reach outside the database."""

    of = SessionCall
    words = ("commit",)

    def __init__(self, call: SessionCall) -> None:
        self.call = call
        self.node = call.node
        self.session = call.session

    @classmethod
    def find(cls, module: Module) -> Iterable[ItemCommit]:
        busy: dict[Loop, bool] = {}
        for call in module.all(SessionCall):
            loop = _item_loop(module, call) if call.method == "commit" and call.handler is None else None
            if loop is None or loop.binds(call.receiver) or module.at(StreamEnd, call.node):
                continue
            if loop not in busy:
                busy[loop] = _has_reason(loop)
            if not busy[loop] and not _is_explained(module, call.node):
                yield cls(call)

    @cached_property
    def span(self) -> Span:
        """The place of the commit."""
        return self.call.span


def _item_loop(module: Module, call: SessionCall) -> Loop | None:
    """The loop over many items whose body makes the call each time, or for each item of some kind."""
    if isinstance(next_statement(module.index, call.node), _ENDS):
        return None
    tests: list[ast.expr] = []
    below: ast.AST = call.node
    for above in module.index.ancestors(call.node):
        if isinstance(above, (ast.If, ast.While)) and below in (*above.body, *above.orelse):
            tests.append(above.test)
        if isinstance(above, LOOPS):
            loop = module.at(Loop, above)
            is_one = loop is not None and below in loop.body and loop.is_unbounded
            return loop if loop and is_one and all(_is_of_item(test, loop) for test in tests) else None
        if isinstance(above, CALLABLES):
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
    if _EFFECT.search(last_name(call.func)):
        return True
    return (module.scopes.qualified(call.func) or "").partition(".")[0] in _OUTSIDE


def _is_explained(module: Module, call: ast.Call) -> bool:
    """Whether a comment above the statement says why."""
    line = module.index.statement(call).lineno
    return line > 1 and module.source.lines[line - 2].lstrip().startswith("#")
