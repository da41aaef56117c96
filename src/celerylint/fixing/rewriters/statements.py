"""Statements that are made of a call: `raise`, `return`."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import RaiseCall, ReturnCall
from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, Change, UnfitError


def raise_call(file: Anchors, rewrite: RaiseCall) -> Iterable[Change]:
    """`self.retry()` and `return self.retry()` -> `raise self.retry()`."""
    old = _statement(file, rewrite.call)
    if isinstance(old, cst.Return):
        blank = old.whitespace_after_return
        put = cst.Raise(exc=old.value, semicolon=old.semicolon)
        yield old, put if isinstance(blank, cst.MaybeSentinel) else put.with_changes(whitespace_after_raise=blank)
    else:
        yield old, cst.Raise(exc=old.value, semicolon=old.semicolon)


def return_call(file: Anchors, rewrite: ReturnCall) -> Iterable[Change]:
    """`self.replace(x)` -> `return self.replace(x)`."""
    old = _statement(file, rewrite.call)
    if isinstance(old, cst.Return):
        raise UnfitError("the call is returned already")
    yield old, cst.Return(value=old.value, semicolon=old.semicolon)


def _statement(file: Anchors, span: Span) -> cst.Expr | cst.Return:
    call = file.at(span, cst.Call)
    statements: list[cst.Expr | cst.Return] = [*file.all(cst.Expr), *file.all(cst.Return)]
    for statement in statements:
        if statement.value is call:
            return statement
    raise UnfitError("the call is part of an expression")
