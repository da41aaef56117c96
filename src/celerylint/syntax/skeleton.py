"""A file as other files see it: parsed without the bodies of functions, each of which is parsed when somebody looks
into it.

Other files need the imports, assignments and headers of a file, and of few functions what they return or call.
"""

from __future__ import annotations

import ast
import re
from typing import Any

from celerylint.core.span import ELSEWHERE, Span
from celerylint.syntax.index import FUNCTIONS, Function
from celerylint.syntax.outline import Body, bodies, without
from celerylint.syntax.source import Source, SourceError, parse

_BLOCKS = ("body", "handlers", "orelse", "finalbody", "cases")


class SkeletonSource(Source):
    """Another file than the one that is checked. What is found there is reported when that file is checked: nothing in
    it has a place here. Raises SourceError if it is no Python."""

    def __init__(self, path: str, text: str) -> None:
        found = bodies(text)
        bare = without(text, found)
        try:
            tree = parse(bare)
        except SourceError:
            if not found:
                raise
            found, bare, tree = [], text, parse(text)
        super().__init__(path, text, tree)
        self.size = len(bare)
        """How many letters of the text were parsed to begin with."""
        left_out = {body.line: body for body in found}
        waiting: list[ast.AST] = [tree]
        while waiting:
            node = waiting.pop()
            if isinstance(node, FUNCTIONS) and node.lineno in left_out:
                _put_off(node, text, left_out[node.lineno])
                continue
            for field in _BLOCKS:
                waiting += getattr(node, field, ())

    def span(self, node: ast.AST) -> Span:
        """No place."""
        return ELSEWHERE

    def handler_header(self, node: ast.ExceptHandler) -> Span:
        """No place."""
        return ELSEWHERE

    def _matched(self, node: ast.AST, pattern: re.Pattern[str]) -> Span:
        return ELSEWHERE


def _put_off(function: Function, text: str, body: Body) -> None:
    """Have the body of a function parsed when somebody asks for it."""
    del function.body
    vars(function)["_left_out"] = text, body
    function.__class__ = _Async if isinstance(function, ast.AsyncFunctionDef) else _Plain


class _Later(ast.AST):
    """A function whose body is parsed when somebody asks for it. One that is no Python does nothing."""

    def __getattr__(self, name: str) -> Any:
        if name != "body" or "_left_out" not in vars(self):
            raise AttributeError(name)
        text, body = vars(self).pop("_left_out")
        above = "\n" * (text.count("\n", 0, body.start) - 1)
        try:
            (whole,) = parse(f"{above}async def _():\n{text[body.start : body.end]}").body
        except (SourceError, ValueError):
            return vars(self).setdefault("body", [])
        for part in ("body", "end_lineno", "end_col_offset"):
            vars(self)[part] = getattr(whole, part)
        return vars(self)["body"]


class _Plain(_Later, ast.FunctionDef):
    __class__ = property(lambda self: ast.FunctionDef)
    """What everybody knows it as: tables of classes have no other."""


class _Async(_Later, ast.AsyncFunctionDef):
    __class__ = property(lambda self: ast.AsyncFunctionDef)
