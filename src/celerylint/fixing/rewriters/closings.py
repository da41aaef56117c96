"""What is opened and has to be closed: by a `with`, in a `finally`, each by itself."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

import libcst as cst

from celerylint.core.rewrite import CallInFinally, GuardCall, OpenInWith
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.blocks import (
    Line,
    Statement,
    as_block,
    covers,
    has_comment,
    is_call,
    line,
    lone_line,
    names_between,
    place_of,
    refuse_later_use,
    statements,
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
    held = statements(block)
    statement = lone_line(held[position])
    opening = file.at(rewrite.call, cst.Call)
    does = statement.body[0]
    if isinstance(does, cst.Assign):
        name = _assigned(does, opening)
        refuse_later_use(file, held[position:])
        body = _without_ending_call(file, held[position + 1 :], name)
        if not body:
            raise UnfitError("nothing follows it in its block")
        body[0] = body[0].with_changes(leading_lines=parted(body[0].leading_lines)[1])
        opened = _with(file, statement, opening, name, as_block(block, body, statement.trailing_whitespace))
        opened = opened.with_changes(asynchronous=cst.Asynchronous() if rewrite.is_async else None)
        yield block, block.with_changes(body=[*held[:position], opened])
    elif isinstance(does, cst.Expr):
        name = _free_name(file, opening)
        used = cst.ensure_type(statement.deep_replace(opening, cst.Name(name)), Line).with_changes(leading_lines=[])
        opened = _with(file, statement, opening, name, as_block(block, [used]))
        yield statement, opened.with_changes(asynchronous=cst.Asynchronous() if rewrite.is_async else None)
    else:
        raise UnfitError("the statement keeps what it was used for")


def _with(file: Anchors, statement: Line, opening: cst.Call, name: str, body: cst.IndentedBlock) -> cst.With:
    """A `with` in the place of a statement; parentheses stay that hold more than a line."""
    opened = opening if "\n" in _text(file, opening) else opening.with_changes(lpar=[], rpar=[])
    item = cst.WithItem(item=opened, asname=cst.AsName(name=cst.Name(name)))
    return cst.With(items=[item], body=body, leading_lines=statement.leading_lines)


def _assigned(statement: cst.Assign, opening: cst.Call) -> str:
    """The one name to which a statement assigns what is opened, and nothing else. Raises UnfitError."""
    value = statement.value.expression if isinstance(statement.value, cst.Await) else statement.value
    target = statement.targets[0].target
    if value is not opening or len(statement.targets) > 1 or not isinstance(target, cst.Name):
        raise UnfitError("the statement does more than to open it")
    return target.value


def _free_name(file: Anchors, opening: cst.Call) -> str:
    """`client` or `session`, as its class is called, if the function has no such name. Raises UnfitError."""
    name = "client" if file.module.code_for_node(opening.func).endswith("Client") else "session"
    function = file.span(file.around(file.span(opening), cst.FunctionDef))
    if name in names_between(file, function.line, function.end_line):
        raise UnfitError(f"the function has another `{name}`")
    return name


def _without_ending_call(file: Anchors, body: Sequence[Statement], name: str) -> list[Statement]:
    """Statements without the call that closes a session at their end, or before a `return` at their end."""
    last = len(body) - 1
    ending = body[last] if last > 0 else None
    if isinstance(ending, Line) and isinstance(ending.body[0], cst.Return):
        last -= 1
    calls = [f"{wait}{name}.{method}()" for wait in ("", "await ") for method in ("close", "aclose")]
    if last <= 0 or has_comment(body[last]) or not any(is_call(file, body[last], call) for call in calls):
        return list(body)
    blank = body[last].leading_lines
    after = [each.with_changes(leading_lines=each.leading_lines or blank) for each in body[last + 1 :]]
    return [*body[:last], *after]


def call_in_finally(file: Anchors, rewrite: CallInFinally) -> Iterable[Change]:
    """`work(); engine.dispose()` -> `try: work()` and `finally: engine.dispose()`. A `try` that is all there is around
    gets the `finally` itself.

    Not where a call that stands there already is in a branch, or where something behind the block is read that was
    bound in it: what was read with an engine that is disposed of stays as it is, but not the engine.
    """
    block, position = place_of(file, rewrite.start)
    held = statements(block)
    if not rewrite.includes_start:
        lone_line(held[position])
        position += 1
    body, final, after = _parted_at(file, held[position:], rewrite)
    if not body:
        raise UnfitError("nothing follows it in its block")
    if not rewrite.moved:
        owner, _, method = rewrite.call.removeprefix("await ").rpartition(".")
        names = [owner] if method == "dispose()" else []
        refuse_later_use(file, held[position - (not rewrite.includes_start) :], *names)
    finalbody = cst.Finally(body=as_block(block, [final]))
    first = body[0]
    if len(body) == 1 and isinstance(first, cst.Try) and first.finalbody is None:
        tried = first.with_changes(finalbody=finalbody)
    else:
        blank, own = parted(first.leading_lines)
        body[0] = first.with_changes(leading_lines=own)
        tried = cst.Try(body=as_block(block, body), finalbody=finalbody, leading_lines=blank)
    yield block, block.with_changes(body=[*held[:position], tried, *after])


def _parted_at(
    file: Anchors, body: list[Statement], rewrite: CallInFinally
) -> tuple[list[Statement], Statement, list[Statement]]:
    """What the `try` is around, what comes into the `finally`, and what stays behind it."""
    if rewrite.moved is None:
        return body, line(rewrite.call), []
    for at, statement in enumerate(body):
        if is_call(file, statement, rewrite.call) and covers(file.span(statement), rewrite.moved):
            final = statement.with_changes(leading_lines=parted(statement.leading_lines)[1])
            return body[:at], final, body[at + 1 :]
    around = body[0] if len(body) == 1 else None
    holder, _ = place_of(file, rewrite.moved)
    if not isinstance(around, cst.Try) or all(handler.body is not holder for handler in around.handlers):
        raise UnfitError("the call stands in a branch")
    return _without_call(file, around, rewrite.call), line(rewrite.call), []


def _without_call(file: Anchors, around: cst.Try, call: str) -> list[Statement]:
    """A `try` without a call in its handlers; what it is around, if all that a handler does then is to raise again."""
    handlers = []
    for handler in around.handlers:
        kept = [each for each in statements(handler.body) if has_comment(each) or not is_call(file, each, call)]
        block = cst.ensure_type(handler.body, cst.IndentedBlock)
        handlers.append(handler.with_changes(body=block.with_changes(body=kept or [line("pass")])))
    is_idle = len(handlers) == 1 and _text(file, handlers[0].body).split() == ["raise"]
    if is_idle and not around.orelse and not around.finalbody and "#" not in _text(file, around):
        return statements(around.body)
    return [around.with_changes(handlers=handlers)]


def _text(file: Anchors, node: cst.CSTNode) -> str:
    return file.module.code_for_node(node)


def guard_call(file: Anchors, rewrite: GuardCall) -> Iterable[Change]:
    """`engine.dispose()` -> `try: engine.dispose()` and a handler that logs, with the logger of the file if it has
    one."""
    block, position = place_of(file, rewrite.call)
    statement = lone_line(statements(block)[position])
    call = file.at(rewrite.call, cst.Call)
    logger, changes = _logger(file)
    yield from changes
    called = _text(file, call.func)
    if not called.replace(".", "_").isidentifier():
        raise UnfitError("it is not called by a plain name")
    handler = cst.ExceptHandler(
        type=cst.Name("Exception"), body=as_block(block, [line(f'{logger}.exception("{called}() failed")')])
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
