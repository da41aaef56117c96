"""Values: into a tuple, for one another, as a part of themselves, or called later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import libcst as cst

from celerylint.core.rewrite import (
    CloneChain,
    Compare,
    DeferCall,
    GiveZone,
    MakeTuple,
    SetValue,
    TakeAttribute,
    WrapValue,
)
from celerylint.core.span import Span
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.layout import append, has_comment
from celerylint.fixing.rewriters.needs import can_grow, check_free, grown, imported, module_of

Expression = TypeVar("Expression", bound=cst.BaseExpression)
_OPERATORS: dict[str, cst.BaseCompOp] = {
    "<": cst.LessThan(),
    "<=": cst.LessThanEqual(),
    ">": cst.GreaterThan(),
    ">=": cst.GreaterThanEqual(),
}
_ATOMS = (cst.Name, cst.Attribute, cst.Call, cst.Subscript, cst.Dict, cst.List, cst.Set, cst.SimpleString)
_ATOMS_TOO = (cst.FormattedString, cst.ListComp, cst.SetComp, cst.DictComp)


def value_at(file: Anchors, span: Span) -> cst.BaseExpression:
    """The expression that covers just this, with or without the parentheses next to it, as a tuple has its own. Raises
    UnfitError."""
    try:
        return file.at(span, cst.BaseExpression)  # type: ignore[type-abstract]
    except UnfitError:
        for node in (*file.all(cst.Tuple), *file.all(cst.GeneratorExp)):
            ends = (file.span(node.lpar[-1]), file.span(node.rpar[0])) if node.lpar else None
            if ends and (ends[0][:2], ends[1][2:]) == (span[:2], span[2:]):
                return node
        raise


def bare(value: Expression) -> Expression:
    """An expression without the parentheses around it."""
    return value.with_changes(lpar=[], rpar=[])


def in_parentheses(value: Expression) -> Expression:
    """An expression that something can be read from, or that can be handed on, whatever it is."""
    if value.lpar or isinstance(value, (*_ATOMS, *_ATOMS_TOO)):
        return value
    return value.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def make_tuple(file: Anchors, rewrite: MakeTuple) -> Iterable[Change]:
    """`(OSError)` -> `(OSError,)`; the parentheses that stand there are the tuple's."""
    value = value_at(file, rewrite.value)
    left, right = list(value.lpar) or [cst.LeftParen()], list(value.rpar) or [cst.RightParen()]
    inner = in_parentheses(bare(value)) if isinstance(value, (cst.NamedExpr, cst.Lambda)) else bare(value)
    yield value, cst.Tuple([cst.Element(inner, comma=cst.Comma())], lpar=left, rpar=right)


def set_value(file: Anchors, rewrite: SetValue) -> Iterable[Change]:
    """`False` -> `True`."""
    value = value_at(file, rewrite.value)
    new = cst.parse_expression(rewrite.source)
    yield value, new if new.lpar else new.with_changes(lpar=value.lpar, rpar=value.rpar)


def wrap_value(file: Anchors, rewrite: WrapValue) -> Iterable[Change]:
    """`{1, 2}` -> `list({1, 2})`."""
    value = value_at(file, rewrite.value)
    check_free(file, rewrite.function)
    inner = bare(value) if len(value.lpar) <= 1 and not _has_comment(value) else value
    yield value, cst.Call(cst.Name(rewrite.function), [cst.Arg(inner)])


def take_attribute(file: Anchors, rewrite: TakeAttribute) -> Iterable[Change]:
    """`order` -> `order.pk`."""
    value = value_at(file, rewrite.value)
    inner = in_parentheses(bare(value))
    left, right = ([], []) if inner.lpar else (value.lpar, value.rpar)
    yield value, cst.Attribute(inner, cst.Name(rewrite.attribute), lpar=left, rpar=right)


def compare(file: Anchors, rewrite: Compare) -> Iterable[Change]:
    """`retries > limit` -> `retries >= limit`."""
    comparison = file.at(rewrite.comparison, cst.Comparison)
    (target,) = comparison.comparisons
    old = target.operator
    new = _OPERATORS[rewrite.operator].with_changes(
        whitespace_before=old.whitespace_before,  # type: ignore[attr-defined]
        whitespace_after=old.whitespace_after,  # type: ignore[attr-defined]
    )
    yield old, new


def defer_call(file: Anchors, rewrite: DeferCall) -> Iterable[Change]:
    """`send.delay(1)` -> `lambda: send.delay(1)`."""
    call = file.at(rewrite.call, cst.Call)
    yield call, cst.Lambda(cst.Parameters(), body=bare(call), lpar=call.lpar, rpar=call.rpar)


def clone_chain(file: Anchors, rewrite: CloneChain) -> Iterable[Change]:
    """`steps.delay()` -> `steps.clone().delay()`."""
    for span in rewrite.names:
        name = file.at(span, cst.Name)
        yield name, cst.Call(cst.Attribute(name, cst.Name("clone")))


def give_zone(file: Anchors, rewrite: GiveZone) -> Iterable[Change]:
    """`datetime.utcnow()` -> `datetime.now(timezone.utc)`."""
    call = file.at(rewrite.call, cst.Call)
    function = call.func
    if not isinstance(function, cst.Attribute):
        raise UnfitError("the method is called by another name")
    zone, changes = _timezone(file, function.value)
    yield from changes
    if function.attr.value == "utcfromtimestamp":
        if len(call.args) != 1 or call.args[0].star:
            raise UnfitError("the call is not given the seconds alone")
        name = function.attr.with_changes(value="fromtimestamp")
        held = call.args[0]
        if has_comment(held.whitespace_after_arg):
            raise UnfitError("a comment stands before the end of the call")
        after, end = append(held.comma, call.whitespace_before_args)
        given = cst.Arg(cst.parse_expression(zone), comma=end, whitespace_after_arg=held.whitespace_after_arg)
        args = [held.with_changes(comma=after, whitespace_after_arg=cst.SimpleWhitespace("")), given]
    else:
        if call.args:
            raise UnfitError("the call is given something")
        name = function.attr.with_changes(value="now")
        args = [cst.Arg(cst.parse_expression(zone))]
    yield call, call.with_changes(func=function.with_changes(attr=name), args=args)


def _timezone(file: Anchors, owner: cst.BaseExpression) -> tuple[str, list[Change]]:
    """`timezone.utc` beside the class `datetime`, which is read as `datetime` or `dt.datetime`."""
    if isinstance(owner, cst.Attribute):
        return f"{cst.Module([]).code_for_node(bare(owner.value))}.timezone.utc", []
    if not isinstance(owner, cst.Name):
        raise UnfitError("the class is no plain name")
    statements = [each for each in file.all(cst.ImportFrom) if module_of(each) == "datetime" and not each.relative]
    for statement in statements:
        held = [] if isinstance(statement.names, cst.ImportStar) else statement.names
        names = {alias.name.value: alias.evaluated_alias or alias.evaluated_name for alias in held}
        if names.get("datetime") == owner.value and "timezone" in names:
            return f"{names['timezone']}.utc", []
        if names.get("datetime") == owner.value and len(statements) == 1 and can_grow(statement):
            check_free(file, "timezone")
            return "timezone.utc", [(statement, grown(statement, "timezone"))]
    (zone,), changes = imported(file, "datetime.timezone")
    return f"{file.module.code_for_node(zone)}.utc", changes


def _has_comment(value: cst.BaseExpression) -> bool:
    spaces = [each.whitespace_after for each in value.lpar] + [each.whitespace_before for each in value.rpar]
    return any(isinstance(space, cst.ParenthesizedWhitespace) for space in spaces)
