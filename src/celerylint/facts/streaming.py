"""Rows that are read while the database still sends them."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.databases import FETCHES, STREAMING_METHODS, STREAMING_OPTIONS, WHOLE_FETCHES
from celerylint.core.span import Span
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.session_call import SessionCall
from celerylint.syntax.flow import next_statement
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import subtree, values_given

_MAX_CHAIN = 60
_SAME_ROWS = frozenset({"builtins.enumerate", "builtins.iter", "tqdm.tqdm", "tqdm.auto.tqdm"})


class StreamEnd:
    """A commit or rollback in a loop over rows that are streamed through the same session: it closes the stream, and
    the loop goes on to read from it."""

    of = SessionCall
    words = ("stream*", "yield_per")

    def __init__(self, call: SessionCall) -> None:
        self.module = call.module
        self.node = call.node
        self.method = call.method

    @classmethod
    def find(cls, module: Module) -> Iterable[StreamEnd]:
        for call in module.all(SessionCall):
            if call.method in ("commit", "rollback") and not _leaves(module, call.node):
                below: ast.AST = call.node
                for above in module.index.ancestors(call.node):
                    if isinstance(above, FUNCTIONS):
                        break
                    loop = module.at(Loop, above) if isinstance(above, (ast.For, ast.AsyncFor)) else None
                    if loop and below in above.body and _streams(module, above.iter, call.session):  # type: ignore[attr-defined]
                        yield cls(call)
                        break
                    below = above

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _leaves(module: Module, call: ast.Call) -> bool:
    """Whether the loop ends right after the call."""
    return isinstance(next_statement(module.index, call), (ast.Return, ast.Break, ast.Raise))


def _streams(module: Module, node: ast.expr, session: str) -> bool:
    """Whether an expression gives the rows of a session one by one as the database sends them."""
    chain: ast.expr | None = node
    streamed = False
    for _ in range(_MAX_CHAIN):  # `rows = rows.yield_per(9)` has no end
        if isinstance(chain, ast.Await):
            chain = chain.value
        elif isinstance(chain, ast.Name):
            value = module.scopes.assigned(chain)
            chain = value if value is not chain else None
        elif isinstance(chain, ast.Attribute):
            chain = chain.value
        elif isinstance(chain, ast.Call) and isinstance(chain.func, ast.Attribute):
            method = chain.func.attr
            if method in WHOLE_FETCHES:
                return False
            streamed = streamed or method in STREAMING_METHODS or _asks_to_stream(module, chain)
            if method in FETCHES | {"query"} and ast.unparse(chain.func.value) == session:
                return streamed
            chain = chain.func.value
        elif isinstance(chain, ast.Call) and module.scopes.qualified(chain.func) in _SAME_ROWS and chain.args:
            chain = chain.args[0]
        else:
            return False
    return False


def _asks_to_stream(module: Module, call: ast.Call) -> bool:
    """Whether the options of a call, or the statement it is given, ask for a stream."""
    given = values_given(call)
    values = [module.scopes.assigned(part) or part for part in given]
    for node in subtree(call, *values):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "yield_per":
            return True
        if isinstance(node, ast.keyword) and node.arg in STREAMING_OPTIONS:
            return True
        if isinstance(node, ast.Constant) and node.value in STREAMING_OPTIONS:
            return True
    return any(keyword.arg in STREAMING_OPTIONS for keyword in call.keywords)
