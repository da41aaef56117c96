"""Many calls in one message: `task.chunks(items, size)`, `task.map(items)`, `task.starmap(items)`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.syntax.node import keyword_value
from celerylint.syntax.value import UNKNOWN, fold

_PARAMETERS = {"chunks": ("it", "n"), "map": ("it",), "starmap": ("it",)}
_NUMBERS = frozenset({"builtins.int()", "builtins.float()"})
_PAIRS = frozenset({"builtins.zip()", "builtins.enumerate()"})
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp)


class Batch:
    """A call of `chunks`, `map` or `starmap` on a task."""

    of = Dispatch
    words = ("chunks", ".map(", "starmap")

    def __init__(self, dispatch: Dispatch) -> None:
        self.dispatch = dispatch
        self.module = dispatch.module
        self.node = dispatch.node
        self.method = dispatch.method

    @classmethod
    def find(cls, module: Module) -> Iterable[Batch]:
        return (cls(dispatch) for dispatch in module.all(Dispatch) if dispatch.method in _PARAMETERS)

    def _given(self, name: str) -> ast.expr | None:
        by_place = dict(zip(_PARAMETERS[self.method], self.node.args, strict=False))
        return by_place.get(name) or keyword_value(self.node, name)

    @property
    def span(self) -> Span:
        """The place of the items."""
        return self.module.span(self._given("it") or self.node)

    @property
    def size_span(self) -> Span:
        """The place of the size of a chunk."""
        return self.module.span(self._given("n") or self.node)

    @property
    def is_without_size(self) -> bool:
        """Whether each chunk is to hold nothing."""
        size = fold(self._given("n"), self.module.scopes)
        return size is not UNKNOWN and size == 0

    @cached_property
    def items(self) -> str | None:
        """What each of the items is, in words: numbers, text, tuples; None if that is not known, or differs."""
        it = self._given("it")
        node = self.module.scopes.assigned(it) if it is not None else None
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            kinds = {self._kind(part) for part in node.elts}
            return kinds.pop() if len(kinds) == 1 else None
        if isinstance(node, _COMPREHENSIONS):
            return self._kind(node.elt)
        if node is None:
            return None
        qualified = self.module.scopes.qualified(node)
        return "numbers" if qualified == "builtins.range()" else "tuples" if qualified in _PAIRS else None

    def _kind(self, node: ast.expr) -> str | None:
        value = fold(node, self.module.scopes)
        if isinstance(value, (int, float)):
            return "numbers"
        if _is_long_text(node, value):
            return "text"
        if isinstance(node, (ast.Tuple, ast.List)):
            return "tuples"
        if isinstance(node, ast.Name) and self._counts(node):
            return "numbers"
        return "numbers" if self.module.scopes.qualified(node) in _NUMBERS else None

    def _counts(self, node: ast.Name) -> bool:
        """Whether a name is the variable of a loop over a range."""
        bindings = self.module.scopes.bindings(node)
        iterated = [each.node for each in bindings if each.how == "iterate" and isinstance(node.ctx, ast.Load)]
        return bool(bindings) and [self.module.scopes.qualified(each) for each in iterated] == ["builtins.range()"]

    @property
    def needs(self) -> int:
        """How many arguments the task's function needs, as far as that can be seen."""
        task = self.dispatch.task
        taken = task.given_parameters if task and self.dispatch.is_of_task else None
        return len(taken.required) if taken else 0


def _is_long_text(node: ast.expr, value: object) -> bool:
    """Whether an expression is text of more than one letter, which alone may be unpacked into one argument."""
    if isinstance(node, ast.JoinedStr):
        return sum(len(str(part.value)) for part in node.values if isinstance(part, ast.Constant)) > 1
    return isinstance(value, str) and len(value) > 1
