"""Arguments of tasks that hold the whole of something: a file, an upload, a table."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.payloads import (
    REWRITING,
    REWRITING_METHODS,
    TABLE_METHODS,
    WHOLE_BY_ATTRIBUTE,
    WHOLE_BY_CALL,
)
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.sent_value import SentValue
from celerylint.facts.serialisation import parts_of
from celerylint.syntax.node import without_await
from celerylint.syntax.scopes import ENTERED

_MOST_WRAPS = 8


class BulkValue:
    """An argument of a task that is, or holds in a list or dict, the whole of something; `what` says of what."""

    of = SentValue
    words = ("read", "readlines", "read_text", "read_bytes", "getvalue", "content", *sorted(TABLE_METHODS))

    def __init__(self, value: SentValue, what: str) -> None:
        self.value = value
        self.node = value.node
        self.what = what
        self.task = value.dispatch.name

    @classmethod
    def find(cls, module: Module) -> Iterable[BulkValue]:
        for value in module.all(SentValue):
            whole = (_whole(module, part) for part in parts_of(module, value.node))
            what = next((found for found in whole if found), None)
            if what:
                yield cls(value, what)

    @cached_property
    def span(self) -> Span:
        return self.value.whole


def _whole(module: Module, node: ast.expr) -> str | None:
    """What an expression gives the whole of; what only writes it in another way is taken off."""
    scopes = module.scopes
    for _ in range(_MOST_WRAPS):
        node = scopes.assigned(node) or node
        node = without_await(node)
        if isinstance(node, ast.Attribute):
            return WHOLE_BY_ATTRIBUTE.get(scopes.qualified(node) or "")
        if not isinstance(node, ast.Call):
            return None
        function = scopes.qualified(node.func) or ""
        if function in REWRITING and node.args:
            node = node.args[0]
        elif isinstance(node.func, ast.Attribute) and node.func.attr in REWRITING_METHODS:
            node = node.func.value
        else:
            found = WHOLE_BY_CALL.get(function.replace(ENTERED, ""))
            is_limited = bool(node.args) and function.rpartition(".")[2] in ("read", "readlines")
            return None if is_limited else found
    return None
