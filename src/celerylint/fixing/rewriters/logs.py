"""Log lines: the values out of the text, behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import PassLogValues
from celerylint.fixing.anchors import Anchors, Change, UnfitError
from celerylint.fixing.rewriters.layout import append, comma, like

_CONVERSIONS = {None: "%s", "s": "%s", "r": "%r", "a": "%a"}
_NUMBER = re.compile(r"(?:\.\d+)?f|d")


def pass_log_values(file: Anchors, rewrite: PassLogValues) -> Iterable[Change]:
    """`info(f"sent {order}")` -> `info("sent %s", order)`."""
    call, index = file.argument(rewrite.text)
    arg = call.args[index]
    if arg.keyword or any(not each.keyword for each in call.args[index + 1 :]):
        raise UnfitError("the text is not the last argument that is given by place")
    text, values = _taken_apart(arg.value)
    before = call.whitespace_before_args if index == 0 else cst.SimpleWhitespace(" ")
    after, end = append(arg.comma, before) if values else (arg.comma, arg.comma)
    args = [cst.Arg(value, comma=comma(like(before))) for value in (text, *values)]
    args[0] = args[0].with_changes(comma=after)
    args[-1] = args[-1].with_changes(comma=end, whitespace_after_arg=arg.whitespace_after_arg)
    yield call, call.with_changes(args=[*call.args[:index], *args, *call.args[index + 1 :]])


def _taken_apart(text: cst.BaseExpression) -> tuple[cst.BaseExpression, list[cst.BaseExpression]]:
    """The text with its places for values, and the values."""
    if isinstance(text, cst.FormattedString):
        return _of_f_string(text)
    if isinstance(text, cst.SimpleString):
        return text.with_changes(value=text.value.replace("%", "%%")), []
    if isinstance(text, cst.ConcatenatedString):
        left, values = _taken_apart(text.left)
        right, more = _taken_apart(text.right)
        return text.with_changes(left=left, right=right), [*values, *more]
    if isinstance(text, cst.BinaryOperation) and isinstance(text.operator, cst.Modulo):
        left, right = text.left, text.right
        elements = right.elements if isinstance(right, cst.Tuple) else ()
        is_plain = isinstance(left, (cst.SimpleString, cst.ConcatenatedString))
        if is_plain and elements and not any(isinstance(element, cst.StarredElement) for element in elements):
            return left, [element.value for element in elements]
    raise UnfitError("the text is not put together in one of the plain ways")


def _of_f_string(text: cst.FormattedString) -> tuple[cst.BaseExpression, list[cst.BaseExpression]]:
    parts: list[str] = []
    values: list[cst.BaseExpression] = []
    for part in text.parts:
        if isinstance(part, cst.FormattedStringText):
            parts.append(part.value.replace("{{", "{").replace("}}", "}").replace("%", "%%"))
        elif isinstance(part, cst.FormattedStringExpression):
            parts.append(_place(part))
            values.append(_bare(part.expression))
    opening = text.start.replace("f", "").replace("F", "")
    return cst.SimpleString(f"{opening}{''.join(parts)}{text.end}", lpar=text.lpar, rpar=text.rpar), values


def _place(part: cst.FormattedStringExpression) -> str:
    if part.equal:
        raise UnfitError("the text names its values by `=`")
    if not part.format_spec:
        return _CONVERSIONS[part.conversion]
    spec = "".join(each.value if isinstance(each, cst.FormattedStringText) else "{}" for each in part.format_spec)
    if part.conversion or not _NUMBER.fullmatch(spec):
        raise UnfitError(f"the format `{spec}` is none of `%`")
    return f"%{spec}"


def _bare(value: cst.BaseExpression) -> cst.BaseExpression:
    """The value as an argument: what may not stand there without parentheses gets them."""
    if isinstance(value, (cst.Yield, cst.NamedExpr, cst.GeneratorExp, cst.Tuple)) and not value.lpar:
        return value.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    return value
