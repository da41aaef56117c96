"""Blanks between the parts of a call or a `def`, put as those around are."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from celerylint.fixing.anchors import UnfitError

Blank = cst.BaseParenthesizableWhitespace


def like(blank: Blank) -> Blank:
    """A blank, or a new line as indented as that one, without its comments."""
    if isinstance(blank, cst.ParenthesizedWhitespace):
        return cst.ParenthesizedWhitespace(
            first_line=cst.TrailingWhitespace(),
            indent=blank.indent,
            last_line=cst.SimpleWhitespace(blank.last_line.value),
        )
    return cst.SimpleWhitespace(" ")


def deeper(blank: cst.ParenthesizedWhitespace) -> cst.ParenthesizedWhitespace:
    """The same, the last line one step further in: a tab behind a tab."""
    step = "\t" if "\t" in blank.last_line.value else "    "
    return blank.with_changes(last_line=cst.SimpleWhitespace(blank.last_line.value + step))


def comma(blank: Blank) -> cst.Comma:
    """A comma and what comes after it."""
    return cst.Comma(whitespace_after=blank)


def append(end: cst.Comma | cst.MaybeSentinel, between: Blank) -> tuple[cst.Comma, cst.Comma | cst.MaybeSentinel]:
    """What stands after what was the last of several, and after a new one behind it: a comment stays where it was."""
    if not has_comment(end):
        return comma(like(between)), end
    assert isinstance(end, cst.Comma)
    held = end.whitespace_after
    if not isinstance(held, cst.ParenthesizedWhitespace):
        raise UnfitError("a comment stands before a comma")
    step = between.last_line if isinstance(between, cst.ParenthesizedWhitespace) else deeper(held).last_line
    return end.with_changes(whitespace_after=held.with_changes(last_line=step)), comma(like(held))


def has_comment(blank: Blank | cst.Comma | cst.MaybeSentinel) -> bool:
    """Whether a blank holds a comment."""
    if isinstance(blank, cst.Comma):
        return has_comment(blank.whitespace_before) or has_comment(blank.whitespace_after)
    if not isinstance(blank, cst.ParenthesizedWhitespace):
        return False
    return blank.first_line.comment is not None or any(line.comment for line in blank.empty_lines)


def keyword(name: str, value: cst.BaseExpression) -> cst.Arg:
    """`name=value`."""
    tight = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
    return cst.Arg(keyword=cst.Name(name), value=value, equal=tight)


def parted(lines: Sequence[cst.EmptyLine]) -> tuple[list[cst.EmptyLine], list[cst.EmptyLine]]:
    """The empty lines above a statement, and what begins with its first comment."""
    count = next((index for index, line in enumerate(lines) if line.comment), len(lines))
    return list(lines[:count]), list(lines[count:])
