"""Tasks that are sent one by one, for each of many items."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.loop import Loop, clauses, mentions
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.syntax.flow import leaves_block
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import last_name, subtree

_BATCH = regex(r"(?i)(list|ids|pks|rows|group|slice|part)$")
_LIMITS = frozenset({"limit", "first", "most_common", "head", "sample", "islice"})


class LoopDispatch:
    """A dispatch that a loop makes once an item, in any function of the file."""

    of = Dispatch
    words = ("for",)

    def __init__(self, dispatch: Dispatch, loop: Loop) -> None:
        self.dispatch = dispatch
        self.module = dispatch.module
        self.node = dispatch.node
        self.loop = loop
        self.span: Span = dispatch.span

    @classmethod
    def find(cls, module: Module) -> Iterable[LoopDispatch]:
        for dispatch in module.all(Dispatch):
            loop = next(_loops(module, dispatch.node), None) if dispatch.is_sent else None
            if loop:
                yield cls(dispatch, loop)

    @cached_property
    def is_over_loaded_items(self) -> bool:
        """Whether the loop runs over what a call gives, a query or a reader, with no known end, and not over what
        somebody handed in."""
        node = self.loop.iterable
        if node is None or not self.loop.is_unbounded or any(map(_BATCH.search, self.loop.target_names)):
            return False
        made = self.module.scopes.assigned(node) or node
        if isinstance(made, (ast.List, ast.Tuple, ast.Dict, ast.Set)) or self._is_slice(made):
            return False
        calls = [part for part in subtree(made) if isinstance(part, ast.Call)]
        return bool(calls) and _LIMITS.isdisjoint(last_name(call.func) for call in calls)

    def _is_slice(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) and node.slice.upper is not None

    @property
    def has_options_of_item(self) -> bool:
        """Whether an execution option depends on the item, or the messages are spread over time."""
        options = self.dispatch.options
        if options.open or any(self.dispatch.option(name) for name in ("countdown", "eta")):
            return True
        return any(mentions(option.node, self.loop.item_names) for option in options.named.values())

    @property
    def ends_loop(self) -> bool:
        """Whether the loop is left after the dispatch, so that one item is sent."""
        below: ast.AST = self.node
        for above in self.module.index.ancestors(self.node):
            if above is self.loop.whole:
                return leaves_block(above, below)
            if isinstance(above, ast.stmt) and leaves_block(above, below):
                return True
            below = above
        return False


def _loops(module: Module, node: ast.AST) -> Iterator[Loop]:
    """The loops of the same function that execute a node once an item, whoever calls the function."""
    function = module.index.enclosing_function(node)
    code = TaskCode(module, function, []) if function else None
    below = node
    for above in module.index.ancestors(node):
        if code is None or isinstance(above, FUNCTIONS):
            return
        found = [Loop(code, above, clause) for clause in clauses(above)[::-1]]
        if isinstance(above, (ast.For, ast.AsyncFor)):
            found.append(Loop(code, above))
        yield from (loop for loop in found if below in loop.body)
        below = above
