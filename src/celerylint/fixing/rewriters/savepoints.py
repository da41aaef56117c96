"""Work of one item: in a savepoint, and what is read of the item before it."""

from __future__ import annotations

import ast
from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import SavepointPerItem, TakeBefore
from celerylint.fixing.anchors import Anchors, Change, UnfitError, replaced
from celerylint.fixing.rewriters.blocks import (
    Line,
    as_block,
    covers,
    has_comment,
    is_call,
    line,
    names_between,
    statements,
)
from celerylint.fixing.rewriters.handlers import handler_at
from celerylint.fixing.rewriters.layout import parted

_ENDS = ("commit", "rollback", "close", "begin_nested")
_New = dict[cst.CSTNode, list[cst.CSTNode]]


def savepoint_per_item(file: Anchors, rewrite: SavepointPerItem) -> Iterable[Change]:
    """`try: work()` -> `try: with session.begin_nested(): work()`; a rollback in the handlers goes, since it would undo
    the other items. In a coroutine, where a failure expires the item, what the handlers read of it is taken before.

    Not where the work ends the transaction itself, and with it the savepoint.
    """
    around = _try_of(file, handler_at(file, rewrite.handler))
    session = rewrite.session
    if any(_ends(file, call, session) for call in file.all(cst.Call) if _is_in(file, call, around.body)):
        raise UnfitError("the work ends the transaction itself")
    outer = file.around(file.span(around), cst.IndentedBlock)
    work = around.body
    block = work if isinstance(work, cst.IndentedBlock) else as_block(outer, statements(work))
    count = _work_length(block)
    begun = cst.With(
        items=[cst.WithItem(item=cst.parse_expression(f"{session}.begin_nested()"))],
        body=as_block(outer, statements(block)[:count]),
        asynchronous=cst.Asynchronous() if rewrite.is_async else None,
    )
    new: _New = {work: [block.with_changes(body=[begun, *block.body[count:]])]}
    taken: list[cst.SimpleStatementLine] = []
    for name in _loop_names(file, around) if rewrite.is_async else ():
        lines, places = _taken(file, around, name)
        taken += lines
        new |= places
    rollback = f"{'await ' if rewrite.is_async else ''}{session}.rollback()"
    for handler in around.handlers:
        new |= _without_rollback(file, handler, rollback, new)
    yield around, _preceded(taken, replaced(around, new))


def take_before(file: Anchors, rewrite: TakeBefore) -> Iterable[Change]:
    """`order_id = order.id` before a `try` whose handlers read `order.id`, and so for all that they read of `order`.

    Not where the `try` looks for the object first, or gives it another value.
    """
    read = file.at(rewrite.read, cst.Attribute)
    if not isinstance(read.value, cst.Name):
        raise UnfitError("it is not read from a plain name")
    name = read.value.value
    try:
        handler = file.around(rewrite.read, cst.ExceptHandler)
    except UnfitError:
        raise UnfitError("it is read outside of the handler") from None
    around = _try_of(file, handler)
    place = file.span(around)
    lines = place.line, place.end_line
    if name in names_between(file, *lines, ast.Store):
        raise UnfitError(f"`{name}` is given its value in the `try`")
    tests = [node.test for node in ast.walk(file.tree) if isinstance(node, (ast.If, ast.IfExp, ast.While))]
    asked = [part for test in tests if lines[0] <= test.lineno <= lines[1] for part in ast.walk(test)]
    objects = {part.value for part in asked if isinstance(part, ast.Attribute)}
    if any(isinstance(part, ast.Name) and part.id == name and part not in objects for part in asked):
        raise UnfitError(f"the `try` asks whether there is a `{name}`")
    taken, new = _taken(file, around, name)
    yield around, _preceded(taken, replaced(around, new))


def _work_length(block: cst.IndentedBlock) -> int:
    """How many statements of a block are work; those that count it at its end come when the savepoint has held."""
    count = len(block.body)
    while count > 1 and _counts(block.body[count - 1]):
        count -= 1
    return count


def _counts(statement: cst.CSTNode) -> bool:
    """`done += 1`."""
    part = statement.body[0] if isinstance(statement, Line) and len(statement.body) == 1 else None
    return isinstance(part, cst.AugAssign) and isinstance(part.value, cst.Integer)


def _try_of(file: Anchors, handler: cst.ExceptHandler) -> cst.Try:
    return next(node for node in file.all(cst.Try) if handler in node.handlers)


def _is_in(file: Anchors, node: cst.CSTNode, around: cst.CSTNode) -> bool:
    return covers(file.span(around), file.span(node))


def _ends(file: Anchors, call: cst.Call, session: str) -> bool:
    """Whether a call commits a session, or does something else that a savepoint does not outlive."""
    function = call.func
    if not isinstance(function, cst.Attribute) or function.attr.value not in _ENDS:
        return False
    return file.module.code_for_node(function.value) == session


def _without_rollback(file: Anchors, handler: cst.ExceptHandler, rollback: str, new: _New) -> _New:
    """The block of a handler without a rollback among its statements, and with others in it. Raises UnfitError for one
    that stands deeper."""
    body = handler.body
    lines = statements(body)
    held = [each for each in lines if is_call(file, each, rollback)]
    calls = [call for call in file.all(cst.Call) if _is_in(file, call, body)]
    if sum(file.module.code_for_node(call) == rollback.removeprefix("await ") for call in calls) > len(held):
        raise UnfitError("the rollback stands in a branch")
    if any(map(has_comment, held)):
        raise UnfitError("a comment stands at the rollback")
    if not held:
        return {}
    block = as_block(file.around(file.span(handler), cst.IndentedBlock), lines)
    block = body if isinstance(body, cst.IndentedBlock) else block
    kept = [replaced(each, new) for each in lines if each not in held]
    return {body: [block.with_changes(body=kept or [line("pass")])]}


def _loop_names(file: Anchors, around: cst.Try) -> list[str]:
    """The names that the loop around binds to its item."""
    span = file.span(around)
    loops = [node for node in ast.walk(file.tree) if isinstance(node, (ast.For, ast.AsyncFor))]
    loops = [node for node in loops if node.lineno <= span.line and span.end_line <= (node.end_lineno or 0)]
    targets = ast.walk(max(loops, key=lambda node: node.lineno).target) if loops else ()
    return [node.id for node in targets if isinstance(node, ast.Name)]


def _taken(file: Anchors, around: cst.Try, name: str) -> tuple[list[cst.SimpleStatementLine], _New]:
    """The lines that take what the handlers of a `try` read of an object, and the variables in its place."""
    stored: list[cst.CSTNode] = [target.target for target in file.all(cst.AssignTarget)]
    stored += [node.target for node in file.all(cst.AugAssign)]
    called = [call.func for call in file.all(cst.Call)]
    function = file.span(file.around(file.span(around), cst.FunctionDef))
    known = names_between(file, function.line, function.end_line)
    attributes: dict[str, str] = {}
    new: _New = {}
    for node in file.all(cst.Attribute):
        is_read = isinstance(node.value, cst.Name) and node.value.value == name and node not in called
        if not is_read or not any(_is_in(file, node, handler) for handler in around.handlers):
            continue
        if node in stored:
            raise UnfitError("the handler gives it another value")
        attribute = node.attr.value
        variable = attributes.setdefault(attribute, f"{name}_{attribute}")
        if variable in known:
            raise UnfitError(f"the function has another `{variable}`")
        new[node] = [cst.Name(variable, lpar=node.lpar, rpar=node.rpar)]
    return [line(f"{variable} = {name}.{attribute}") for attribute, variable in attributes.items()], new


def _preceded(lines: list[cst.SimpleStatementLine], around: cst.Try) -> list[cst.CSTNode]:
    """A `try` behind lines, the first of which takes the empty lines above it."""
    if not lines:
        return [around]
    blank, own = parted(around.leading_lines)
    return [lines[0].with_changes(leading_lines=blank), *lines[1:], around.with_changes(leading_lines=own)]
