"""Parameters of functions: the task itself, keywords that are not named."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import BindTask, TakeKeywords, TakeSelf
from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.arguments import with_arguments
from celerylint.fixing.rewriters.layout import append, comma, has_comment, like


def bind_task(file: Anchors, rewrite: BindTask) -> Iterable[Change]:
    """`@app.task` -> `@app.task(bind=True)`, and `self` for the function if it takes none."""
    made_by = file.expression(rewrite.decorator)
    yield made_by, with_arguments(made_by, [("bind", "True")])
    if rewrite.lacks_self:
        yield _with_self(file, rewrite.function)


def take_self(file: Anchors, rewrite: TakeSelf) -> Iterable[Change]:
    """`def charge(order_id)` -> `def charge(self, order_id)`."""
    yield _with_self(file, rewrite.function)


def _with_self(file: Anchors, span: Span) -> Change:
    function = file.starting(span, cst.FunctionDef)
    old, before = function.params, function.whitespace_before_params
    new = cst.Param(cst.Name("self"), star="")
    if _names(old) & {"self"}:
        raise UnfitError("the function has a parameter `self` already")
    if _is_empty(old):
        if isinstance(before, cst.ParenthesizedWhitespace):
            raise UnfitError("the parentheses of the function are over several lines, and empty")
        return old, cst.Parameters(params=[new])
    blank = like(before) if isinstance(before, cst.ParenthesizedWhitespace) else cst.SimpleWhitespace(" ")
    new = new.with_changes(comma=comma(blank))
    if old.posonly_params:
        return old, old.with_changes(posonly_params=[new, *old.posonly_params])
    return old, old.with_changes(params=[new, *old.params])


def take_keywords(file: Anchors, rewrite: TakeKeywords) -> Iterable[Change]:
    """`def receive(sender)` -> `def receive(sender, **kwargs)`; of a lambda as well."""
    owner: cst.FunctionDef | cst.Lambda
    try:
        owner = file.starting(rewrite.function, cst.FunctionDef)
    except UnfitError:
        owner = file.at(rewrite.function, cst.Lambda)
    old, new = owner.params, cst.Param(cst.Name("kwargs"), star="**")
    if old.star_kwarg or "kwargs" in _names(old):
        raise UnfitError("the function has a parameter `kwargs` already")
    if _is_empty(old):
        yield old, cst.Parameters(star_kwarg=new)
        return
    for group in ("kwonly_params", "star_arg", "params", "posonly_params"):
        held = getattr(old, group)
        if not held or isinstance(held, cst.MaybeSentinel):
            continue
        if group == "posonly_params":
            raise UnfitError("the function takes by place only")
        last = held if group == "star_arg" else held[-1]
        if not isinstance(last, cst.Param):
            raise UnfitError("the function takes nothing after `*`")
        before = owner.whitespace_before_params if isinstance(owner, cst.FunctionDef) else cst.SimpleWhitespace("")
        if has_comment(last.whitespace_after_param):
            raise UnfitError("a comment stands before the end of the parameters")
        after, end = append(last.comma, before)
        changed = last.with_changes(comma=after, whitespace_after_param=cst.SimpleWhitespace(""))
        new = new.with_changes(comma=end, whitespace_after_param=last.whitespace_after_param)
        yield (
            old,
            old.with_changes(**{group: changed if group == "star_arg" else [*held[:-1], changed]}, star_kwarg=new),
        )
        return


def _is_empty(params: cst.Parameters) -> bool:
    return not (params.params or params.posonly_params or params.kwonly_params or params.star_kwarg) and isinstance(
        params.star_arg, cst.MaybeSentinel
    )


def _names(params: cst.Parameters) -> set[str]:
    held = [*params.posonly_params, *params.params, *params.kwonly_params, params.star_arg, params.star_kwarg]
    return {each.name.value for each in held if isinstance(each, cst.Param)}
