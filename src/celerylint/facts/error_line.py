"""What handlers of task code leave of the errors that they take: lines of a log, and records."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import Handler
from celerylint.facts.log_call import LogCall
from celerylint.facts.loop import Loop, mentions
from celerylint.facts.module import Module
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import keyword_value, last_name, subtree, values_given

_KEEPS_TRACEBACK = regex(r"traceback|exc_info|_exc$|capture_|exc(?:eption)?_report|record_exception", re.IGNORECASE)
_BINDS = regex(r"(?i)bind|bound_contextvars|contextualize")
_RECORDS = frozenset({"append", "add", "put", "appendleft"})


class ErrorLine:
    """The first line about an error in a handler that takes every error and goes on, where nothing keeps the
    traceback. `refused_traceback` is the place of the value of `exc_info=False`."""

    of = LogCall

    def __init__(self, call: LogCall) -> None:
        self.node = call.node
        self.span = call.span
        self.method = call.method
        self.takes_exc_info = call.takes_exc_info
        given = keyword_value(call.node, "exc_info")
        self.refused_traceback = call.module.span(given) if given else None

    @classmethod
    def find(cls, module: Module) -> Iterable[ErrorLine]:
        for handler, calls in _lines(module).items():
            errors = [call for call in calls if call.is_error]
            if errors and handler.is_broad and handler.goes_on and not _keeps_traceback(handler, calls):
                yield cls(errors[0])


class ItemError:
    """A handler in a loop over many items that goes on to the next one. `unnamed_line` and `unnamed_record` are where
    it writes about the item that failed, and nothing tells which one that was."""

    of = Handler

    def __init__(self, handler: Handler, loop: Loop, lines: list[LogCall]) -> None:
        self.handler = handler
        self.module = handler.module
        self.node = handler.node
        self.loop = loop
        self._lines = lines

    @classmethod
    def find(cls, module: Module) -> Iterable[ItemError]:
        lines = _lines(module)
        for handler in module.all(Handler):
            loop = handler.loop
            if loop and loop.is_unbounded and loop.target_names and not handler.leaves and _is_of_python(handler):
                item_error = cls(handler, loop, lines.get(handler, []))
                if not item_error._is_bound_before:
                    yield item_error

    @cached_property
    def span(self) -> Span:
        return self.handler.span

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names that stand for the item, or for one of a loop around it."""
        around = (self.module.at(Loop, above) for above in self.module.index.ancestors(self.loop.node))
        return self.loop.item_names.union(*(loop.item_names for loop in around if loop))

    @property
    def unnamed_line(self) -> Span | None:
        """The first line of the handler, if none of its lines names the item."""
        if any(line.names_any(self._names) for line in self._lines):
            return None
        return self._lines[0].span if self._lines else None

    @property
    def unnamed_record(self) -> Span | None:
        """The first thing that the handler puts into a list of failures, if nothing there names the item."""
        records = [node for node in block_nodes(self.node.body) if isinstance(node, ast.Call) and _is_record(node)]
        if any(mentions(record, self._names) for record in records):
            return None
        return self.module.span(records[0]) if records else None

    @property
    def _is_bound_before(self) -> bool:
        """Whether the loop puts the item into all lines that follow."""
        calls = (node for node in self.loop.nodes() if isinstance(node, ast.Call))
        return any(_BINDS.search(last_name(call.func)) and mentions(call, self._names) for call in calls)


def _lines(module: Module) -> dict[Handler, list[LogCall]]:
    """The lines that are written in each handler, those only for whoever looks for a mistake left out."""
    found: dict[Handler, list[LogCall]] = {}
    for call in module.all(LogCall):
        if not call.is_detail:
            for above in module.index.ancestors(call.node):
                handler = module.at(Handler, above)
                if handler:
                    found.setdefault(handler, []).append(call)
                if handler or isinstance(above, FUNCTIONS):
                    break
    return found


def _keeps_traceback(handler: Handler, calls: list[LogCall]) -> bool:
    names = (last_name(node) for node in subtree(*handler.node.body))
    return any(call.has_traceback for call in calls) or any(map(_KEEPS_TRACEBACK.search, names))


def _is_of_python(handler: Handler) -> bool:
    """Whether all it takes are exceptions of Python's own, which know nothing of items."""
    return handler.is_broad or all((kind or "").startswith("builtins.") for kind in handler.kinds)


def _is_record(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in _RECORDS and bool(values_given(call))
