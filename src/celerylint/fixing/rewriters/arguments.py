"""Arguments of calls: added, named, dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import libcst as cst

from celerylint.core.rewrite import AddArguments, DropArgument, NameArguments
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.layout import append, comma, deeper, has_comment, keyword, like


def add_arguments(file: Anchors, rewrite: AddArguments) -> Iterable[Change]:
    """`crontab(hour=3)` -> `crontab(minute=0, hour=3)`."""
    called = file.expression(rewrite.call)
    yield called, with_arguments(called, rewrite.arguments)


def with_arguments(called: cst.BaseExpression, given: Sequence[tuple[str, str]]) -> cst.Call:
    """A call with more keywords, before those it has; of what is not called a call."""
    call = called if isinstance(called, cst.Call) else _called(called)
    if any(arg.keyword and arg.keyword.value == name for arg in call.args for name, _ in given):
        raise UnfitError("the call has such an argument already")
    for name, value in reversed(given):
        call = _with_argument(call, keyword(name, cst.parse_expression(value)))
    return call


def _called(name: cst.BaseExpression) -> cst.Call:
    """A name or an attribute called; parentheses stay around the whole."""
    return cst.Call(func=name.with_changes(lpar=[], rpar=[]), lpar=name.lpar, rpar=name.rpar)


def _with_argument(call: cst.Call, new: cst.Arg) -> cst.Call:
    args = list(call.args)
    if not args:
        blank = call.whitespace_before_args
        if not isinstance(blank, cst.ParenthesizedWhitespace):
            return call.with_changes(args=[new])
        new = new.with_changes(comma=comma(like(blank)))
        return call.with_changes(args=[new], whitespace_before_args=deeper(blank))
    if isinstance(args[0].value, cst.GeneratorExp) and not args[0].value.lpar:
        raise UnfitError("the call is given a generator without parentheses")
    named = (index for index, arg in enumerate(args) if arg.keyword or arg.star == "**")
    place = next(named, len(args))
    before = call.whitespace_before_args if place == 0 else _after(args[place - 1])
    if place < len(args):
        blank = like(before) if place or isinstance(before, cst.ParenthesizedWhitespace) else cst.SimpleWhitespace(" ")
        args.insert(place, new.with_changes(comma=comma(blank)))
    else:
        last = args[-1]
        around = call.whitespace_before_args if len(args) == 1 else _after(args[-2])
        if has_comment(last.whitespace_after_arg):
            raise UnfitError("a comment stands before the end of the call")
        after, end = append(last.comma, around)
        args[-1] = last.with_changes(comma=after, whitespace_after_arg=cst.SimpleWhitespace(""))
        args.append(new.with_changes(comma=end, whitespace_after_arg=last.whitespace_after_arg))
    return call.with_changes(args=args)


def _after(arg: cst.Arg) -> cst.BaseParenthesizableWhitespace:
    return arg.comma.whitespace_after if isinstance(arg.comma, cst.Comma) else cst.SimpleWhitespace(" ")


def name_arguments(file: Anchors, rewrite: NameArguments) -> Iterable[Change]:
    """`retry(error)` -> `retry(exc=error)`; `task(max_retry=1)` -> `task(max_retries=1)`."""
    for span, name in rewrite.arguments:
        call, index = file.argument(span)
        arg = call.args[index]
        if any(each.keyword and each.keyword.value == name for each in call.args):
            raise UnfitError(f"the call has an argument `{name}` already")
        if arg.star:
            raise UnfitError("the argument is unpacked")
        if arg.keyword:
            yield arg.keyword, arg.keyword.with_changes(value=name)
        else:
            named = keyword(name, arg.value)
            yield arg, named.with_changes(comma=arg.comma, whitespace_after_arg=arg.whitespace_after_arg)


def drop_argument(file: Anchors, rewrite: DropArgument) -> Iterable[Change]:
    """`task(acks_late=True, max_retry=1)` -> `task(acks_late=True)`; what a comment says about it goes too."""
    call, index = file.argument(rewrite.argument)
    args = list(call.args)
    gone = args.pop(index)
    if has_comment(gone.whitespace_after_arg):
        raise UnfitError("a comment stands in the way")
    if index < len(args):
        after = _after(gone)
        if isinstance(after, cst.ParenthesizedWhitespace) and any(line.comment for line in after.empty_lines):
            raise UnfitError("a comment stands in the way")
    elif args:
        before = args[-1]
        if has_comment(before.comma):
            if not isinstance(gone.comma, cst.Comma):
                raise UnfitError("a comment stands in the way")
            kept, blank = _after(before), _after(gone)
            if not isinstance(kept, cst.ParenthesizedWhitespace) or not isinstance(blank, cst.ParenthesizedWhitespace):
                raise UnfitError("a comment stands in the way")
            args[-1] = before.with_changes(comma=comma(kept.with_changes(last_line=blank.last_line)))
        else:
            args[-1] = before.with_changes(comma=gone.comma, whitespace_after_arg=gone.whitespace_after_arg)
    elif isinstance(call.whitespace_before_args, cst.ParenthesizedWhitespace):
        if has_comment(call.whitespace_before_args):
            raise UnfitError("a comment stands in the way")
        call = call.with_changes(whitespace_before_args=cst.SimpleWhitespace(""))
    yield file.argument(rewrite.argument)[0], call.with_changes(args=args)
