"""Calls: another method, `await` before them, something else where they give nothing."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import AwaitCall, CallMethod, GetFromSession, OrEmpty, SignTask
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.layout import comma, like


def call_method(file: Anchors, rewrite: CallMethod) -> Iterable[Change]:
    """`charge.delay(1)` -> `charge.s(1)`."""
    for span in rewrite.calls:
        function = file.at(span, cst.Call).func
        if not isinstance(function, cst.Attribute):
            raise UnfitError("the method is called by another name")
        yield function.attr, function.attr.with_changes(value=rewrite.method)


def sign_task(file: Anchors, rewrite: SignTask) -> Iterable[Change]:
    """`charge(1)` -> `charge.s(1)`, `charge` -> `charge.s()`."""
    task = file.expression(rewrite.task)
    if isinstance(task, cst.Call):
        yield task.func, cst.Attribute(value=task.func, attr=cst.Name("s"))
    else:
        yield task, cst.Call(func=cst.Attribute(value=task, attr=cst.Name("s")))


def await_call(file: Anchors, rewrite: AwaitCall) -> Iterable[Change]:
    """`session.commit()` -> `await session.commit()`, in parentheses where something reads it."""
    call = file.at(rewrite.call, cst.Call)
    is_read = any(node.value is call for node in file.all(cst.Attribute))
    is_read = is_read or any(node.value is call for node in file.all(cst.Subscript))
    left, right = call.lpar, call.rpar
    if is_read and not left:
        left, right = [cst.LeftParen()], [cst.RightParen()]
    yield call, cst.Await(expression=call.with_changes(lpar=[], rpar=[]), lpar=left, rpar=right)


def or_empty(file: Anchors, rewrite: OrEmpty) -> Iterable[Change]:
    """`inspector.active()` -> `(inspector.active() or {})`."""
    call = file.at(rewrite.call, cst.Call)
    left, right = call.lpar or [cst.LeftParen()], call.rpar or [cst.RightParen()]
    bare = call.with_changes(lpar=[], rpar=[])
    yield call, cst.BooleanOperation(left=bare, operator=cst.Or(), right=cst.Dict([]), lpar=left, rpar=right)


def get_from_session(file: Anchors, rewrite: GetFromSession) -> Iterable[Change]:
    """`session.query(Order).get(7)` -> `session.get(Order, 7)`."""
    call = file.at(rewrite.call, cst.Call)
    get = call.func
    query = get.value if isinstance(get, cst.Attribute) else None
    if not (isinstance(query, cst.Call) and isinstance(query.func, cst.Attribute) and len(query.args) == 1):
        raise UnfitError("the query is not that of one class")
    assert isinstance(get, cst.Attribute)
    model = query.args[0].with_changes(comma=comma(like(call.whitespace_before_args)))
    function = query.func.with_changes(attr=get.attr, lpar=get.lpar, rpar=get.rpar)
    yield call, call.with_changes(func=function, args=[model, *call.args])
