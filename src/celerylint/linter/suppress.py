"""Suppression on the command line: `# noqa` in flake8's grammar, and `# celerylint: disable-file`.

Source of the grammar: flake8/defaults.py (NOQA_INLINE_REGEX) and flake8/processor.py (which lines are one).
"""

from __future__ import annotations

import contextlib
import io
import re
import tokenize
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from celerylint.core.regex import regex
from celerylint.core.rule import Finding
from celerylint.core.span import Span
from celerylint.linter.result import Suppression

NOQA = regex(r"# noqa(?::[\s]?(?P<codes>(?:[A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
_SEPARATOR = regex(r"[,\s]")
_DISABLE_FILE = regex(
    r"# celerylint:[ \t]*disable-file(?:=(?P<codes>[\w,\- ]+?))?[ \t]*(?:[ \t]--[ \t]*(?P<reason>.*))?"
)
_CODE = regex(r"[A-Za-z]+[0-9]+")
_WORD = r"[\w\-]+"
OURS = regex(r"CEL[0-9]+", re.IGNORECASE)
FILE = (1, 1 << 60)


class Comment(NamedTuple):
    """A comment that suppresses: the lines that it speaks for, its place without its reason, the codes (or names) in it
    with their places, and the reason. No codes are all of them."""

    lines: tuple[int, int]
    span: Span
    codes: list[tuple[str, Span]]
    reason: str

    @property
    def is_of_file(self) -> bool:
        """Whether it speaks for the whole file."""
        return self.lines == FILE


def suppressions(findings: list[Finding], text: str) -> list[Suppression | None]:
    """What each finding is suppressed by: a comment of the file, or nothing."""
    found: list[Suppression | None] = [None] * len(findings)
    if findings and "celerylint:" in text:
        found = _disabled_in_file(findings, text)
    if findings and "noqa" in text.lower():
        units = _units(text)
        for number, finding in enumerate(findings):
            found[number] = found[number] or _noqa(finding.code, units.get(finding.span.line, ""))
    return found


def comments(text: str) -> Iterator[Comment]:
    """The comments of a file that suppress by code, or all of the file. What stands in a string is none."""
    for token in _tokens(text):
        match = _DISABLE_FILE.fullmatch(token.string) if token.type == tokenize.COMMENT else None
        if match and not token.line[: token.start[1]].strip():
            yield _comment(token.start, FILE, match, _WORD)
    starts = comment_starts(text)
    lines = text.split("\n")
    for first, last in ranges(text):
        unit = "\n".join(lines[first - 1 : last]) + "\n"
        match = NOQA.search(unit)
        if match and match["codes"] and is_comment(match.start(), unit, first, starts):
            yield _comment(_position(match.start(), unit, first), (first, last), match, _CODE.pattern)


def comment_starts(text: str) -> dict[int, int]:
    """The columns of the comments of a text, by line."""
    return {token.start[0]: token.start[1] for token in _tokens(text) if token.type == tokenize.COMMENT}


def is_comment(offset: int, unit: str, first: int, starts: Mapping[int, int]) -> bool:
    """Whether there is a comment at an offset in lines, of which the number of the first is given."""
    line, column = _position(offset, unit, first)
    return line in starts and starts[line] <= column


def _position(offset: int, unit: str, first: int) -> tuple[int, int]:
    before = unit[:offset]
    return first + before.count("\n"), len(before) - before.rfind("\n") - 1


def _comment(start: tuple[int, int], lines: tuple[int, int], match: re.Match[str], code: str) -> Comment:
    line, column = start
    offset = column - match.start()
    text = match[0].partition("\n")[0].partition(" --")[0].rstrip(" \t,")
    codes = [
        (each[0], Span(line, offset + each.start(), line, offset + each.end()))
        for each in re.compile(code).finditer(match.string, match.start("codes"), match.start() + len(text))
        if match["codes"]
    ]
    return Comment(lines, Span(line, column, line, column + len(text)), codes, _reason(match))


def _reason(match: re.Match[str]) -> str:
    """What stands after the codes."""
    if "reason" in match.re.groupindex:
        return (match["reason"] or "").strip()
    return match.string[match.end() :].partition("\n")[0].strip(" \t:-") if "\n" not in match[0] else ""


def _tokens(text: str) -> Iterator[tokenize.TokenInfo]:
    """The tokens of a text, as far as `tokenize` takes what `ast.parse` took."""
    with contextlib.suppress(tokenize.TokenError, SyntaxError):
        yield from tokenize.generate_tokens(io.StringIO(text).readline)


def _disabled_in_file(findings: list[Finding], text: str) -> list[Suppression | None]:
    found: list[Suppression | None] = [None] * len(findings)
    for token in _tokens(text):
        match = _DISABLE_FILE.fullmatch(token.string) if token.type == tokenize.COMMENT else None
        if match is None or token.line[: token.start[1]].strip():
            continue
        codes = None if match["codes"] is None else set(re.findall(_WORD, match["codes"]))
        for number, finding in enumerate(findings):
            if codes is None or codes & {finding.code, finding.name}:
                found[number] = Suppression("inSource", _reason(match))
    return found


def _noqa(code: str, line: str) -> Suppression | None:
    match = NOQA.search(line)
    if match is None:
        return None
    codes = [part for part in _SEPARATOR.split(match["codes"] or "") if part]
    if codes and not code.startswith(tuple(codes)):
        return None
    return Suppression("inSource", _reason(match))


def _units(text: str) -> dict[int, str]:
    """The text that a comment on a line speaks for, by line."""
    lines = re.findall(r"[^\n]*\n?", text)
    units = {}
    for first, last in ranges(text):
        units.update(dict.fromkeys(range(first, last + 1), "".join(lines[first - 1 : last])))
    return units


def ranges(text: str) -> Iterator[tuple[int, int]]:
    """The lines that a comment on one of them speaks for: each by itself, those joined by a multi-line string or a
    backslash taken together."""
    count = text.count("\n") + 1
    done, first, last = 0, count + 2, -1
    for token in _tokens(text):
        if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
            continue
        first, last = min(first, token.start[0]), max(last, token.end[0])
        if token.type in (tokenize.NL, tokenize.NEWLINE):
            if last > first:
                yield from ((line, line) for line in range(done + 1, first))
                yield first, last
                done = last
            first, last = count + 2, -1
    yield from ((line, line) for line in range(done + 1, count + 1))
