"""Execution options that were given to `delay` or `s`, moved to where they act."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import libcst as cst

from celerylint.core.rewrite import MoveOptions
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.layout import comma, deeper, has_comment, keyword, like

_SENDERS = {"delay": "apply_async", "delay_on_commit": "apply_async_on_commit"}


def move_options(file: Anchors, rewrite: MoveOptions) -> Iterable[Change]:
    """`charge.delay(1, countdown=5)` -> `charge.apply_async(args=(1,), countdown=5)`; `charge.s(1, countdown=5)` ->
    `charge.s(1).set(countdown=5)`."""
    call = file.at(rewrite.call, cst.Call)
    function = call.func
    if not isinstance(function, cst.Attribute):
        raise UnfitError("the method is called by another name")
    options = [arg for arg in call.args if arg.keyword and arg.keyword.value in rewrite.options]
    rest = [arg for arg in call.args if arg not in options]
    blanks = [call.whitespace_before_args, *(arg.whitespace_after_arg for arg in call.args)]
    is_sent = function.attr.value in _SENDERS
    method = function.attr.with_changes(value=_SENDERS.get(function.attr.value, function.attr.value))
    put = call.with_changes(func=function.with_changes(attr=method))
    if any(map(has_comment, [*blanks, *(arg.comma for arg in call.args)])):
        if not is_sent or [*rest, *options] != list(call.args):
            raise UnfitError("a comment stands between the arguments")
        yield call, put.with_changes(args=[*_packed_by_line(call, rest), *options])
    elif is_sent:
        yield call, _laid_out(put, [*_packed(rest), *options])
    else:
        signed = _laid_out(call.with_changes(lpar=[], rpar=[]), rest)
        setting = cst.Call(func=cst.Attribute(value=signed, attr=cst.Name("set")), lpar=call.lpar, rpar=call.rpar)
        yield call, _laid_out(setting, options)


def _packed(args: list[cst.Arg]) -> Iterable[cst.Arg]:
    """`args=(…)` and `kwargs={…}` of the arguments for the task."""
    placed = [_element(arg) for arg in args if _is_placed(arg)]
    if placed:
        if len(placed) == 1:
            placed = [placed[0].with_changes(comma=cst.Comma())]
        yield keyword("args", cst.Tuple(placed))
    named = [_item(arg) for arg in args if not _is_placed(arg)]
    if named:
        yield keyword("kwargs", cst.Dict(named))


def _is_placed(arg: cst.Arg) -> bool:
    return not arg.keyword and arg.star != "**"


def _element(arg: cst.Arg) -> cst.BaseElement:
    return cst.StarredElement(arg.value) if arg.star == "*" else cst.Element(arg.value)


def _item(arg: cst.Arg) -> cst.BaseDictElement:
    if arg.keyword:
        return cst.DictElement(cst.SimpleString(f'"{arg.keyword.value}"'), arg.value)
    return cst.StarredDictElement(arg.value)


def _packed_by_line(call: cst.Call, args: list[cst.Arg]) -> Iterable[cst.Arg]:
    """The same, a line each with the comment at its end. Raises UnfitError where the lines are cut in another way."""
    before = call.whitespace_before_args
    if not isinstance(before, cst.ParenthesizedWhitespace):
        raise UnfitError("a comment stands between the arguments")
    inner = deeper(cst.ensure_type(like(before), cst.ParenthesizedWhitespace))
    placed = [(arg, _element(arg)) for arg in args if _is_placed(arg)]
    named = [(arg, _item(arg)) for arg in args if not _is_placed(arg)]
    if placed:
        left = [cst.LeftParen(whitespace_after=inner)]
        held = cst.Tuple(_by_line(placed, before, inner), lpar=left)
        yield keyword("args", held).with_changes(comma=comma(like(before)))
    if named:
        items = cst.Dict(_by_line(named, before, inner), lbrace=cst.LeftCurlyBrace(whitespace_after=inner))
        yield keyword("kwargs", items).with_changes(comma=comma(like(before)))


def _by_line(
    held: list[tuple[cst.Arg, Any]], outer: cst.ParenthesizedWhitespace, inner: cst.ParenthesizedWhitespace
) -> list[Any]:
    """Elements with what follows the arguments that they were: deeper, but for the last."""
    found = []
    for position, (arg, element) in enumerate(held):
        after = arg.comma.whitespace_after if isinstance(arg.comma, cst.Comma) else None
        if not isinstance(after, cst.ParenthesizedWhitespace) or any(line.comment for line in after.empty_lines):
            raise UnfitError("a comment stands between the arguments")
        last_line = (outer if position == len(held) - 1 else inner).last_line
        found.append(element.with_changes(comma=comma(after.with_changes(last_line=last_line))))
    return found


def _laid_out(call: cst.Call, args: list[cst.Arg]) -> cst.Call:
    """The call with these arguments, a line each if it begins with a new line, and a comma at its end if it had one."""
    blank, last = call.whitespace_before_args, call.args[-1] if call.args else None
    is_tall = isinstance(blank, cst.ParenthesizedWhitespace)
    if not args:
        return call.with_changes(args=[], whitespace_before_args=cst.SimpleWhitespace(""))
    between = like(blank) if is_tall else cst.SimpleWhitespace(" ")
    args = [
        arg.with_changes(comma=comma(between.deep_clone()), whitespace_after_arg=cst.SimpleWhitespace(""))
        for arg in args
    ]
    end = (
        {"comma": last.comma, "whitespace_after_arg": last.whitespace_after_arg}
        if is_tall and last
        else {"comma": cst.MaybeSentinel.DEFAULT}
    )
    args[-1] = args[-1].with_changes(**end)
    return call.with_changes(args=args)
