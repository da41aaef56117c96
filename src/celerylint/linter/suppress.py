"""Suppression on the command line: `# noqa` in flake8's grammar, and `# celerylint: disable-file`.

Source of the grammar: flake8/defaults.py (NOQA_INLINE_REGEX) and flake8/processor.py (which lines are one).
"""

from __future__ import annotations

import contextlib
import io
import re
import tokenize
from collections.abc import Iterator

from celerylint.core.regex import regex
from celerylint.core.rule import Finding
from celerylint.linter.result import Suppression

_NOQA = regex(r"# noqa(?::[\s]?(?P<codes>(?:[A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
_SEPARATOR = regex(r"[,\s]")
_DISABLE_FILE = regex(r"# celerylint:[ \t]*disable-file(?:=(?P<codes>[\w,\- ]+))?[ \t]*")


def suppressions(findings: list[Finding], text: str) -> list[Suppression | None]:
    """What each finding is suppressed by: a comment of the file, or nothing."""
    found: list[Suppression | None] = [None] * len(findings)
    if findings and "celerylint:" in text:
        found = _disabled_in_file(findings, text)
    if findings and "noqa" in text.lower():
        units = _units(text)
        found = [
            each or _noqa(finding.code, units.get(finding.span.line, ""))
            for each, finding in zip(found, findings, strict=True)
        ]
    return found


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
        codes = None if match["codes"] is None else {code.strip() for code in match["codes"].split(",")}
        for number, finding in enumerate(findings):
            if codes is None or codes & {finding.code, finding.name}:
                found[number] = Suppression("inSource")
    return found


def _noqa(code: str, line: str) -> Suppression | None:
    match = _NOQA.search(line)
    if match is None:
        return None
    codes = [part for part in _SEPARATOR.split(match["codes"] or "") if part]
    if codes and not code.startswith(tuple(codes)):
        return None
    return Suppression("inSource", line[match.end() :].partition("\n")[0].strip(" \t:-"))


def _units(text: str) -> dict[int, str]:
    """The text that a comment on a line speaks for, by line: physical lines, those joined by a multi-line string or a
    backslash taken together."""
    lines = re.findall(r"[^\n]*\n?", text)
    units = dict(enumerate(lines, 1))
    first, last = len(lines) + 2, -1
    for token in _tokens(text):
        if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
            continue
        first, last = min(first, token.start[0]), max(last, token.end[0])
        if token.type in (tokenize.NL, tokenize.NEWLINE):
            if last > first:
                joined = "".join(lines[first - 1 : last])
                units.update(dict.fromkeys(range(first, last + 1), joined))
            first, last = len(lines) + 2, -1
    return units
