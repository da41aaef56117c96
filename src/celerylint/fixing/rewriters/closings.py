"""What is opened and has to be closed: by a `with`, in a `finally`, each by itself."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

import libcst as cst

from celerylint.core.rewrite import CallInFinally, GuardCall, OpenInWith
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.blocks import (
    as_block,
    is_call,
    line,
    lone_line,
    names_between,
    place_of,
    refuse_later_use,
)
from celerylint.fixing.rewriters.layout import parted
from celerylint.fixing.rewriters.needs import imported

_MAKES_LOGGER = frozenset({"getLogger", "get_logger", "get_task_logger"})


def open_in_with(file: Anchors, rewrite: OpenInWith) -> Iterable[Change]:
    """`session = Session()` -> `with Session() as session:` around what follows in its block; the call that closes it
    at the end goes. What is used without a name gets one, if its statement keeps nothing of it.

    Not where the function reads something behind the block that was bound in it, the session first of all.
    """
    block, position = place_of(file, rewrite.call)
    statement = lone_line(block.body[position])
    opening = file.at(rewrite.call, cst.Call)
    held = statement.body[0]
    if isinstance(held, cst.Assign):
        value = held.value.expression if isinstance(held.value, cst.Await) else held.value
        target = held.targets[0].target
        if value is not opening or len(held.targets) > 1 or not isinstance(target, cst.Name):
            raise UnfitError("the statement does more than to open it")
        refuse_later_use(file, block.body[position:])
        name = target.value
        body = _without_ending_call(file, block.body[position + 1 :], name)
        if not body:
            raise UnfitError("nothing follows it in its block")
        body[0] = body[0].with_changes(leading_lines=parted(body[0].leading_lines)[1])
        header = statement.trailing_whitespace
    elif isinstance(held, cst.Expr):
        function = file.span(file.around(rewrite.call, cst.FunctionDef))
        made = file.module.code_for_node(opening.func)
        name = "client" if made.endswith("Client") else "session"
        if name in names_between(file, function.line, function.end_line):
            raise UnfitError(f"the function has another `{name}`")
        body = [statement.deep_replace(opening, cst.Name(name)).with_changes(leading_lines=[])]  # type: ignore[arg-type]
        header = None
    else:
        raise UnfitError("the statement keeps what it was used for")
    item = cst.WithItem(item=opening.with_changes(lpar=[], rpar=[]), asname=cst.AsName(name=cst.Name(name)))
    opened = cst.With(
        items=[item],
        body=as_block(block, body, header),
        leading_lines=statement.leading_lines,
        asynchronous=cst.Asynchronous() if rewrite.is_async else None,
    )
    if header is None:
        yield statement, opened
    else:
        yield block, block.with_changes(body=[*block.body[:position], opened])


def call_in_finally(file: Anchors, rewrite: CallInFinally) -> Iterable[Change]:
    """`work(); engine.dispose()` -> `try: work()` and `finally: engine.dispose()`. A `try` that is all there is around
    gets the `finally` itself."""
    block, position = place_of(file, rewrite.start)
    if not rewrite.includes_start:
        lone_line(block.body[position])
        position += 1
    end, final = len(block.body), line(rewrite.call)
    body, after = list(block.body[position:]), []
    if rewrite.moved:
        holder, at = place_of(file, rewrite.moved)
        if holder is block and at > position and is_call(file, block.body[at], rewrite.call):
            blank, own = parted(block.body[at].leading_lines)  # type: ignore[union-attr]
            final = block.body[at].with_changes(leading_lines=own)  # type: ignore[assignment]
            body, after = list(block.body[position:at]), list(block.body[at + 1 :])
            end = at
        elif holder is block or not _is_in_handlers(body, holder):
            raise UnfitError("the call stands in a branch")
        else:
            body = [_without_call(file, body[0], rewrite.call)]
    if not body:
        raise UnfitError("nothing follows it in its block")
    if not after:
        refuse_later_use(file, block.body[position - (not rewrite.includes_start) : end])
    finalbody = cst.Finally(body=as_block(block, [final]))
    first = body[0]
    if len(body) == 1 and isinstance(first, cst.Try) and first.finalbody is None:
        tried = first.with_changes(finalbody=finalbody)
    else:
        blank, own = parted(first.leading_lines)  # type: ignore[attr-defined]
        body[0] = first.with_changes(leading_lines=own)
        tried = cst.Try(body=as_block(block, body), finalbody=finalbody, leading_lines=blank)
    yield block, block.with_changes(body=[*block.body[:position], tried, *after])


def _without_ending_call(file: Anchors, statements: Sequence[cst.CSTNode], name: str) -> list[cst.CSTNode]:
    """Statements without the call that closes a session at their end, or before a `return` at their end."""
    last = len(statements) - 1
    if (
        last > 0
        and isinstance(statements[last], cst.SimpleStatementLine)
        and isinstance(statements[last].body[0], cst.Return)
    ):
        last -= 1
    calls = [f"{wait}{name}.{method}()" for wait in ("", "await ") for method in ("close", "aclose")]
    closes = last > 0 and any(is_call(file, statements[last], call) for call in calls)
    if closes and not _has_comment(statements[last]):
        return [*statements[:last], *statements[last + 1 :]]
    return list(statements)


def _is_in_handlers(body: Sequence[cst.CSTNode], block: cst.IndentedBlock) -> bool:
    """Whether a block is that of a handler of the one `try` that statements are."""
    handlers = body[0].handlers if len(body) == 1 and isinstance(body[0], cst.Try) else ()
    return any(handler.body is block for handler in handlers)


def _without_call(file: Anchors, around: cst.CSTNode, call: str) -> cst.CSTNode:
    """A `try` without a call in its handlers, and without the last of them if it only raises again then."""
    assert isinstance(around, cst.Try)
    handlers = []
    for handler in around.handlers:
        assert isinstance(handler.body, cst.IndentedBlock)
        kept = [each for each in handler.body.body if not (is_call(file, each, call) and not _has_comment(each))]
        handlers.append(handler.with_changes(body=handler.body.with_changes(body=kept or [line("pass")])))
    if len(handlers) > 1 or around.orelse or not _only_raises(file, handlers[0]):
        return around.with_changes(handlers=handlers)
    return around.with_changes(handlers=[])


def _only_raises(file: Anchors, handler: cst.ExceptHandler) -> bool:
    return file.module.code_for_node(handler.body).split() == [":", "raise"] or (
        [file.module.code_for_node(each).strip() for each in handler.body.body] == ["raise"]
    )


def _has_comment(statement: cst.CSTNode) -> bool:
    assert isinstance(statement, cst.SimpleStatementLine)
    return statement.trailing_whitespace.comment is not None or any(each.comment for each in statement.leading_lines)


def guard_call(file: Anchors, rewrite: GuardCall) -> Iterable[Change]:
    """`engine.dispose()` -> `try: engine.dispose()` and a handler that logs, with the logger of the file if it has
    one."""
    block, position = place_of(file, rewrite.call)
    statement = lone_line(block.body[position])
    call = file.at(rewrite.call, cst.Call)
    logger, changes = _logger(file)
    yield from changes
    text = f"{file.module.code_for_node(call.func)}() failed"
    handler = cst.ExceptHandler(
        type=cst.Name("Exception"), body=as_block(block, [line(f'{logger}.exception("{text}")')])
    )
    blank, own = parted(statement.leading_lines)
    body = as_block(block, [statement.with_changes(leading_lines=own)])
    yield statement, cst.Try(body=body, handlers=[handler], leading_lines=blank)


def _logger(file: Anchors) -> tuple[str, list[Change]]:
    """What the file logs with: a name at its top, or a logger that is made for the purpose."""
    for node in file.tree.body:
        value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
        called = value.func if isinstance(value, ast.Call) else None
        made = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if made in _MAKES_LOGGER and isinstance(target, ast.Name):
            return target.id, []
    names, changes = imported(file, "logging.getLogger")
    return f"{file.module.code_for_node(names[0])}(__name__)", changes
