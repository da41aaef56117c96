"""Handlers for a timeout around waiting for a result."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.exceptions import OTHER_TIMEOUTS, TIMEOUTS
from celerylint.core.span import Span
from celerylint.facts.exceptions import listed, takes_in
from celerylint.facts.module import Module
from celerylint.facts.wait import Wait
from celerylint.syntax.flow import block_nodes, tries_around
from celerylint.syntax.node import keyword_value, last_name


class TimeoutHandler:
    """An `except TimeoutError` around a wait with a timeout, where no handler of the `try` names Celery's own.

    Left out if something else in the `try` may time out: what is awaited, or takes a timeout as well.
    """

    of = Wait
    words = ("TimeoutError", "socket.timeout")

    def __init__(self, module: Module, node: ast.ExceptHandler, name: str) -> None:
        self.module = module
        self.node = node
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[TimeoutHandler]:
        found: dict[ast.AST, TimeoutHandler] = {}
        for wait in module.all(Wait):
            guarding = (around for around in tries_around(module.index, wait.node) if around.handlers)
            around = next(guarding, None) if wait.has_timeout and not wait.is_eager else None
            if around is None or _may_time_out_otherwise(module, around):
                continue
            for handler in around.handlers:
                kinds = listed(module.scopes, handler.type)
                if handler.type is None or any(takes_in(module.scopes, kind, TIMEOUTS[0]) for kind in kinds):
                    break
                for kind in kinds:
                    if kind in OTHER_TIMEOUTS and not _is_named(module, around):
                        found.setdefault(handler, cls(module, handler, kind.removeprefix("builtins.")))
        return found.values()

    @property
    def kind_span(self) -> Span | None:
        """The place of the class that it names, where that is written out in the handler."""
        named = self.node.type
        kinds = named.elts if isinstance(named, ast.Tuple) else [named]
        places = [kind for kind in kinds if kind and self.module.scopes.qualified(kind) in OTHER_TIMEOUTS]
        is_plain = len(places) == 1 and last_name(places[0]) == "TimeoutError"
        return self.module.span(places[0]) if is_plain else None

    @cached_property
    def span(self) -> Span:
        """The place of `except Kind as name`."""
        return self.module.source.handler_header(self.node)


def _is_named(module: Module, around: ast.Try) -> bool:
    """Whether a handler names Celery's TimeoutError, or something unknown that may be it."""
    kinds = [kind for handler in around.handlers for kind in listed(module.scopes, handler.type)]
    return any(kind is None or kind in TIMEOUTS for kind in kinds)


def _may_time_out_otherwise(module: Module, around: ast.Try) -> bool:
    for node in block_nodes(around.body):
        if isinstance(node, ast.Await):
            return True
        if isinstance(node, ast.Call) and module.at(Wait, node) is None and keyword_value(node, "timeout"):
            return True
    return False
