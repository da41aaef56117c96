"""What `apply_async`, `send_task` and `signature` are given as `args` and `kwargs`."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.task_class import Option
from celerylint.syntax.value import fold

_SCALARS = {"builtins.int()": "a number", "builtins.float()": "a number", "builtins.str()": "text"}
_SEQUENCES = {"builtins.list()": "a list", "builtins.tuple()": "a tuple"}
_ITERABLES = {
    "builtins.set()": "a set",
    "builtins.frozenset()": "a set",
    "builtins.range()": "a range",
    "builtins.map()": "an iterator",
    "builtins.filter()": "an iterator",
    "builtins.zip()": "an iterator",
    "builtins.enumerate()": "an iterator",
    "builtins.reversed()": "an iterator",
    "builtins.iter()": "an iterator",
}
_DISPLAYS: dict[type[ast.expr], str] = {
    ast.Set: "a set",
    ast.SetComp: "a set",
    ast.GeneratorExp: "a generator",
    ast.Dict: "a dict",
    ast.DictComp: "a dict",
    ast.List: "a list",
    ast.ListComp: "a list",
    ast.Tuple: "a tuple",
    ast.JoinedStr: "text",
}
_FIT = {"args": ("a list", "a tuple"), "kwargs": ("a dict",)}
_TAKEN_APART = ("text", "a dict")
_REFUSED_BY_SIGNATURES = ("a number",)


class ArgumentList:
    """The `args` or the `kwargs` of one call; `what` it is in words, empty if that is not known."""

    of = Dispatch

    def __init__(self, dispatch: Dispatch, option: Option) -> None:
        self.dispatch = dispatch
        self.node = option.node
        self.name = option.name
        self.span = option.span
        self.what = _what(dispatch.module, option.node)

    @classmethod
    def find(cls, module: Module) -> Iterable[ArgumentList]:
        for dispatch in module.all(Dispatch):
            if dispatch.method != "apply":
                given = (dispatch.given("args"), dispatch.given("kwargs"))
                yield from (cls(dispatch, option) for option in given if option)

    @property
    def _is_signature(self) -> bool:
        """Whether a signature takes them, which makes a tuple and a dict of what it gets."""
        return self.dispatch.is_signature or not (self.dispatch.is_of_task or self.dispatch.method == "send_task")

    @property
    def is_refused(self) -> bool:
        """Whether Celery raises TypeError."""
        if self._is_signature:
            return self.what in _REFUSED_BY_SIGNATURES
        return bool(self.what) and self.what not in _FIT[self.name]

    @property
    def is_taken_apart(self) -> bool:
        """Whether each letter or key becomes an argument of its own."""
        return self._is_signature and self.name == "args" and self.what in _TAKEN_APART

    @property
    def value_span(self) -> Span:
        """The place of the value, without the name of the argument."""
        return self.dispatch.module.span(self.node)

    @property
    def is_one_value(self) -> bool:
        """Whether it is one argument, which only lacks the tuple around it."""
        return self.name == "args" and self.what in ("a number", "text")

    @property
    def mended(self) -> str:
        """What was probably meant."""
        if self.name == "kwargs":
            return "a dict"
        source = ast.unparse(self.node)
        if self.what in ("a number", "text") and len(source) < 30 and "{" not in source:
            return f"`({source},)`"
        return "`kwargs=`" if self.what == "a dict" else "a list or a tuple"


def _what(module: Module, node: ast.expr) -> str:
    node = module.scopes.assigned(node) or node
    value = fold(node, module.scopes)
    if isinstance(value, (str, int, float)):
        return "" if not value else "text" if isinstance(value, str) else "a number"
    display = _DISPLAYS.get(node.__class__)
    if display:
        is_empty = isinstance(node, ast.Dict) and not node.keys
        return "" if is_empty else display
    qualified = module.scopes.qualified(node) or ""
    return (_SCALARS | _SEQUENCES | _ITERABLES).get(qualified, "")
