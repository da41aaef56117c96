"""Loops of task code that work on each of many items, and say nothing until they end."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import SENDING, SIGNING
from celerylint.celery.databases import PENDING_METHODS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import is_log_call
from celerylint.facts.loop import Loop, mentions
from celerylint.facts.module import Module
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS, LOOPS
from celerylint.syntax.node import is_name, last_name, subtree, values_given
from celerylint.syntax.source import STANDARD_LIBRARY

_TELLS = regex(r"(?i)^log_|progress|update_state|tqdm|track|heartbeat|notify|publish|print|send_event")
_LIMITS = regex(r"(?i)^(limit|fetchmany|islice|paginate|head)$|batch|chunk|(^|_)page")
_QUICK = SENDING | SIGNING | PENDING_METHODS
_QUERIES = frozenset("objects query execute scalars iterator stream stream_scalars fetchall all".split())
_MAX_SOURCES = 30


class QuietLoop:
    """A `for` of a task or of its coroutine, not in another loop, over the rows of a query or over what the function is
    given and counts, which hands each item to something that takes its time. A line about an error tells of no
    progress."""

    of = Loop
    words = ("for",)

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self.module = loop.module
        self.node = loop.node

    @classmethod
    def find(cls, module: Module) -> Iterable[QuietLoop]:
        for loop in module.all(Loop):
            is_of_task = loop.code.is_task or loop.code.is_coroutine
            if is_of_task and isinstance(loop.whole, (ast.For, ast.AsyncFor)) and not _is_inner(loop):
                quiet = cls(loop)
                if loop.is_unbounded and quiet._works_on_items and not quiet._tells and quiet._is_long:
                    yield quiet

    @cached_property
    def span(self) -> Span:
        return self.loop.span

    @property
    def _works_on_items(self) -> bool:
        names = self.loop.item_names
        return any(isinstance(node, ast.Call) and self._is_work(node, names) for node in self.loop.nodes())

    def _is_work(self, call: ast.Call, names: frozenset[str]) -> bool:
        """Whether a call awaits something about an item, or hands it to a function of the project for its effect.
        Putting it into a session, or sending a message about it, is quick."""
        method = last_name(call.func)
        if method in _QUICK or not any(mentions(value, names) for value in values_given(call)):
            return False
        above = self.module.index.parents[call]
        if isinstance(above, ast.Await):
            return True
        name = (self.module.scopes.qualified(call.func) or "").lstrip(".")
        root = name.partition(".")[0]
        return isinstance(above, ast.Expr) and root not in STANDARD_LIBRARY | {"", "builtins"}

    @property
    def _tells(self) -> bool:
        """Whether a line or a state is written in the loop, here or in a function of the file, and not for an error."""
        assert isinstance(self.loop.whole, (ast.For, ast.AsyncFor))
        if _TELLS.search(ast.unparse(self.loop.whole.iter)):
            return True
        return any(isinstance(node, ast.Call) and self._writes(node) for node in self.loop.nodes())

    def _writes(self, call: ast.Call) -> bool:
        if is_log_call(call) or _TELLS.search(last_name(call.func)):
            return not self.loop.is_in_handler(call)
        function = self.module.scopes.definition(call.func)
        parts = block_nodes(function.body) if isinstance(function, FUNCTIONS) else ()
        return any(isinstance(part, ast.Call) and is_log_call(part) for part in parts)

    @property
    def _is_long(self) -> bool:
        """Whether what it runs over comes from a query, or from the caller and is counted, and is surely not a part of
        that."""
        seen: set[ast.AST] = set()
        waiting: list[ast.AST] = [self.loop.iterable] if self.loop.iterable else []
        is_many = False
        while waiting and len(seen) < _MAX_SOURCES:
            source = waiting.pop()
            if source not in seen:
                seen.add(source)
                for part in subtree(source):
                    bindings = self.module.scopes.bindings(part) if isinstance(part, ast.Name) else []
                    if len(bindings) > 1 or isinstance(part, ast.Slice) or _LIMITS.search(_word(part)):
                        return False
                    is_given = part is source and any(each.how == "parameter" for each in bindings)
                    is_many = (
                        is_many
                        or (is_given and self._is_counted(part))
                        or (isinstance(part, ast.Attribute) and part.attr in _QUERIES)
                    )
                    waiting += [each.node for each in bindings if each.how in ("value", "unpack")]
        return is_many

    def _is_counted(self, node: ast.AST) -> bool:
        """Whether the function asks how many items a name holds: of a few nobody would."""
        return any(_counts(call, last_name(node)) for call in self.loop.code.calls)


def _counts(call: ast.Call, name: str) -> bool:
    return is_name(call.func, "len") and any(is_name(given, name) for given in call.args)


def _is_inner(loop: Loop) -> bool:
    for above in loop.module.index.ancestors(loop.node):
        if isinstance(above, (*LOOPS, *FUNCTIONS)):
            return isinstance(above, LOOPS)
    return False


def _word(node: ast.AST) -> str:
    """What a node is called: a name, an attribute, a keyword."""
    return (node.arg or "") if isinstance(node, ast.keyword) else last_name(node)
