"""Execution options that were given to `delay` or `s`, moved to where they act."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import MoveOptions
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.layout import comma, has_comment, keyword, like

_SENDERS = {"delay": "apply_async", "delay_on_commit": "apply_async_on_commit"}


def move_options(file: Anchors, rewrite: MoveOptions) -> Iterable[Change]:
    """`charge.delay(1, countdown=5)` -> `charge.apply_async(args=(1,), countdown=5)`; `charge.s(1, countdown=5)` ->
    `charge.s(1).set(countdown=5)`."""
    call = file.at(rewrite.call, cst.Call)
    function = call.func
    if not isinstance(function, cst.Attribute):
        raise UnfitError("the method is called by another name")
    blanks = [call.whitespace_before_args, *(arg.whitespace_after_arg for arg in call.args)]
    if any(map(has_comment, [*blanks, *(arg.comma for arg in call.args)])):
        raise UnfitError("a comment stands between the arguments")
    options = [arg for arg in call.args if arg.keyword and arg.keyword.value in rewrite.options]
    rest = [arg for arg in call.args if arg not in options]
    if function.attr.value in _SENDERS:
        method = function.attr.with_changes(value=_SENDERS[function.attr.value])
        put = call.with_changes(func=function.with_changes(attr=method))
        yield call, _laid_out(put, [*_packed(rest), *options])
    else:
        signed = _laid_out(call.with_changes(lpar=[], rpar=[]), rest)
        setting = cst.Call(func=cst.Attribute(value=signed, attr=cst.Name("set")), lpar=call.lpar, rpar=call.rpar)
        yield call, _laid_out(setting, options)


def _packed(args: list[cst.Arg]) -> Iterable[cst.Arg]:
    """`args=(…)` and `kwargs={…}` of the arguments for the task."""
    placed = [
        cst.StarredElement(arg.value) if arg.star == "*" else cst.Element(arg.value)
        for arg in args
        if not arg.keyword and arg.star != "**"
    ]
    if placed:
        if len(placed) == 1:
            placed = [placed[0].with_changes(comma=cst.Comma())]
        yield keyword("args", cst.Tuple(placed))
    named = [
        cst.DictElement(cst.SimpleString(f'"{arg.keyword.value}"'), arg.value)
        if arg.keyword
        else cst.StarredDictElement(arg.value)
        for arg in args
        if arg.keyword or arg.star == "**"
    ]
    if named:
        yield keyword("kwargs", cst.Dict(named))


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
