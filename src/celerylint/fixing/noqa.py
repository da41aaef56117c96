"""`# noqa` comments written into a text, where flake8 and we read them. Needs no LibCST."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from celerylint.core.regex import regex
from celerylint.linter.suppress import NOQA, comment_starts, is_comment, ranges
from celerylint.syntax.source import SourceError, parse

_READ_AS_CODE = regex(r"[A-Za-z]+[0-9]|[,:-]")


def with_noqa(text: str, codes: Mapping[int, set[str]], reason: str = "") -> str:
    """The text with comments that suppress codes on lines, by line; a comment of this kind that is there gets the codes
    as well. Where a string holds what is read as the comment, or a line goes on, nothing can be done."""
    lines = text.split("\n")
    starts = comment_starts(text)
    for first, last in ranges(text):
        wanted = set[str]().union(*(codes.get(line, ()) for line in range(first, last + 1)))
        if not wanted:
            continue
        unit = "\n".join(lines[first - 1 : last])
        found = NOQA.search(unit)
        goes_on = unit.endswith("\\") and last not in starts
        if not goes_on and (found is None or is_comment(found.start(), unit, first, starts)):
            lines[first - 1 : last] = _marked(unit, found, sorted(wanted), reason).split("\n")
    return "\n".join(lines)


def _marked(unit: str, found: re.Match[str] | None, codes: list[str], reason: str) -> str:
    """Lines that one comment speaks for, with these codes in it."""
    said = f"{' - ' if _READ_AS_CODE.match(reason) else '  '}{reason}" if reason else ""
    if found is None or not found["codes"]:
        code = unit.rstrip(" \t")
        return f"{code}  # noqa: {', '.join(codes)}{said}"
    end = found.start("codes") + len(found["codes"].rstrip(", \t"))
    rest = unit[end:].rstrip()
    if rest and reason:
        said = f"; {reason}"
    return f"{unit[:end]}, {', '.join(codes)}{rest}{said}"


def says_the_same(before: str, after: str) -> bool:
    """Whether two texts are the same program."""
    try:
        return ast.dump(parse(before)) == ast.dump(parse(after))
    except (SourceError, RecursionError):
        return False
