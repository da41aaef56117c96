"""Handlers: another before them, something first or last in them."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import CallFirst, RaiseAtEnd, ReraiseFirst
from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.blocks import as_block, line, statements
from celerylint.fixing.rewriters.needs import imported


def reraise_first(file: Anchors, rewrite: ReraiseFirst) -> Iterable[Change]:
    """`except Retry: raise` before handlers, and the import of what it names."""
    names, changes = imported(file, *rewrite.kinds)
    yield from changes
    kinds = names[0] if len(names) == 1 else cst.Tuple([cst.Element(name) for name in names])
    for span in rewrite.handlers:
        handler = handler_at(file, span)
        block = file.around(file.span(handler), cst.IndentedBlock)
        again = cst.ExceptHandler(type=kinds.deep_clone(), body=as_block(block, [line("raise")]))
        yield handler, [again, handler]


def raise_at_end(file: Anchors, rewrite: RaiseAtEnd) -> Iterable[Change]:
    """`raise` as the last statement of a handler, in the place of a `return`. Not of a handler that returns elsewhere
    too, or does nothing: there it is not the end that is wrong."""
    handler = handler_at(file, rewrite.handler)
    body = handler.body
    place = file.span(handler)
    returns = [node for node in file.all(cst.Return) if place[:2] <= file.span(node)[:2] <= place[2:]]
    held = body if isinstance(body, cst.SimpleStatementSuite) else body.body[-1]
    last = held.body[-1] if isinstance(held, (cst.SimpleStatementLine, cst.SimpleStatementSuite)) else None
    if any(node is not last for node in returns):
        raise UnfitError("the handler returns in several places")
    if isinstance(last, (cst.Pass, cst.Continue, cst.Break)) or _is_constant(last):
        raise UnfitError("the handler does nothing")
    if isinstance(last, cst.Return):
        yield last, cst.Raise(semicolon=last.semicolon)
    elif isinstance(body, cst.IndentedBlock):
        yield body, body.with_changes(body=[*body.body, line("raise")])
    else:
        before = [*body.body[:-1], body.body[-1].with_changes(semicolon=cst.MaybeSentinel.DEFAULT)]
        yield body, body.with_changes(body=[*before, cst.Raise()])


def call_first(file: Anchors, rewrite: CallFirst) -> Iterable[Change]:
    """A call as the first statement of a handler, in the place of a `pass`."""
    handler = handler_at(file, rewrite.handler)
    call = cst.Expr(cst.parse_expression(rewrite.call))
    body = handler.body
    first = body.body[0].body[0] if isinstance(body.body[0], cst.SimpleStatementLine) else body.body[0]
    if isinstance(first, (cst.Pass, cst.Expr)) and (isinstance(first, cst.Pass) or _is_constant(first)):
        yield first, call.with_changes(semicolon=first.semicolon)
    elif isinstance(body, cst.IndentedBlock):
        yield body, body.with_changes(body=[cst.SimpleStatementLine([call]), *statements(body)])
    else:
        yield body, body.with_changes(body=[call, *body.body])


def handler_at(file: Anchors, header: Span) -> cst.ExceptHandler:
    """The handler that begins with `except Kind as name`. Raises UnfitError."""
    try:
        return file.starting(header, cst.ExceptHandler)
    except UnfitError:
        raise UnfitError("the handler is an `except*`") from None


def _is_constant(statement: cst.CSTNode | None) -> bool:
    return isinstance(statement, cst.Expr) and isinstance(statement.value, (cst.Ellipsis, cst.SimpleString))
