"""Decorators that make tasks: above the others, and with exceptions that they do not retry."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import PutTaskAbove, SpareException
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.layout import append, comma, has_comment, keyword, like
from celerylint.fixing.rewriters.needs import imported
from celerylint.fixing.rewriters.values import value_at


def put_task_above(file: Anchors, rewrite: PutTaskAbove) -> Iterable[Change]:
    """`@timed @app.task` -> `@app.task @timed`. Comments above and behind a decorator go with it."""
    decorators = list(file.starting(rewrite.function, cst.FunctionDef).decorators)
    spans = [file.span(each.decorator) for each in decorators]
    if not {rewrite.decorator, rewrite.other} <= set(spans):
        raise UnfitError("the code is not where it was")
    maker, other = spans.index(rewrite.decorator), spans.index(rewrite.other)
    order = [*decorators[:other], decorators[maker], *decorators[other:maker], *decorators[maker + 1 :]]
    for old, new in zip(decorators, order, strict=True):
        if old is not new:
            yield old, new.deep_clone()


def spare_exception(file: Anchors, rewrite: SpareException) -> Iterable[Change]:
    """`autoretry_for=(Exception,)` -> `autoretry_for=(Exception,), dont_autoretry_for=(Reject,)`."""
    (spared,), changes = imported(file, rewrite.exception)
    yield from changes
    if rewrite.listed:
        yield _with_element(value_at(file, rewrite.listed), spared)
        return
    call, index = file.argument(rewrite.autoretry_for)
    new = keyword("dont_autoretry_for", cst.Tuple([cst.Element(spared, comma=cst.Comma())]))
    args = list(call.args)
    before = args[index]
    around = call.whitespace_before_args if index == 0 else args[index - 1].comma.whitespace_after  # type: ignore[union-attr]
    if index + 1 < len(args):
        held = before.comma.whitespace_after  # type: ignore[union-attr]
        after, end = append(before.comma, held)
        args[index] = before.with_changes(comma=after)
        args.insert(index + 1, new.with_changes(comma=end if has_comment(before.comma) else comma(like(held))))
    else:
        if has_comment(before.whitespace_after_arg):
            raise UnfitError("a comment stands before the end of the call")
        after, end = append(before.comma, around)
        args[index] = before.with_changes(comma=after, whitespace_after_arg=cst.SimpleWhitespace(""))
        args.append(new.with_changes(comma=end, whitespace_after_arg=before.whitespace_after_arg))
    yield call, call.with_changes(args=args)


def _with_element(listed: cst.BaseExpression, new: cst.BaseExpression) -> Change:
    """`(KeyError,)` -> `(KeyError, Reject)`."""
    if not isinstance(listed, (cst.Tuple, cst.List)) or not listed.elements:
        raise UnfitError("the exceptions are not listed there")
    last = listed.elements[-1]
    opening: cst.LeftSquareBracket | cst.LeftParen
    closing: cst.RightSquareBracket | cst.RightParen
    if isinstance(listed, cst.List):
        opening, closing = listed.lbracket, listed.rbracket
    elif listed.lpar:
        opening, closing = listed.lpar[-1], listed.rpar[0]
    else:
        raise UnfitError("the exceptions are listed without parentheses")
    before = listed.elements[-2].comma if len(listed.elements) > 1 else None
    blank = before.whitespace_after if isinstance(before, cst.Comma) else opening.whitespace_after
    held = closing.whitespace_before
    after: cst.Comma = comma(
        like(blank) if isinstance(held, cst.ParenthesizedWhitespace) else cst.SimpleWhitespace(" ")
    )
    end = last.comma
    if len(listed.elements) == 1 and not isinstance(held, cst.ParenthesizedWhitespace):
        end = cst.MaybeSentinel.DEFAULT
    if has_comment(held):
        if not isinstance(end, cst.Comma):
            raise UnfitError("a comment stands behind the exceptions")
        after, end = append(cst.Comma(whitespace_after=held), blank)
        closing = closing.with_changes(whitespace_before=end.whitespace_after)  # type: ignore[union-attr]
        end = cst.Comma()
    elements = [*listed.elements[:-1], last.with_changes(comma=after), cst.Element(new, comma=end)]
    close = {"rbracket": closing} if isinstance(listed, cst.List) else {"rpar": [closing, *listed.rpar[1:]]}
    return listed, listed.with_changes(elements=elements, **close)
