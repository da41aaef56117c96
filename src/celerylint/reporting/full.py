"""Each finding with its source, the place underlined, why it is one, what to write, and where to read more."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from celerylint.core.rule import Finding, Fix, Severity
from celerylint.core.span import Span
from celerylint.linter.catalogue import documentation, entry_named
from celerylint.linter.runs import Report
from celerylint.reporting.report import lines_of, reported
from celerylint.reporting.text import escaped, line

WIDTH = 100
"""So many columns a line of prose has."""
_CONTEXT = 2
"""So many lines are shown before and after the place."""
_LONGEST = 160
"""So many characters of a line of source are shown."""
_MOST = 5
"""So many lines of a place are shown."""
_TAB = "    "
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_FIXES = {Fix.SAFE: "celerylint check --fix", Fix.UNSAFE: "celerylint check --fix --unsafe-fixes (look at the result)"}


def render(reports: Sequence[Report], *, colour: bool = False) -> str:
    """The report, an empty line after every finding. Of each rule the words are told once."""
    told: set[str] = set()
    return "".join(f"{each}\n" for report in reports for each in _blocks(report, told, colour))


def _blocks(report: Report, told: set[str], colour: bool) -> Iterator[str]:
    results = list(reported([report]))
    lines = lines_of(report) if results else []
    for result in results:
        finding = result.finding
        parts = [line(result.path, finding, colour=colour), *_excerpt(lines, finding, colour)]
        if finding.code not in told:
            parts += _reasons(finding, colour)
        told.add(finding.code)
        if finding.fix in _FIXES:
            parts += _paragraph("fix", _FIXES[finding.fix], colour)
        parts += _paragraph("see", finding.url, colour)
        yield "".join(f"{each}\n" for each in parts)


# --- the source


def _excerpt(lines: list[str], finding: Finding, colour: bool) -> Iterator[str]:
    span = finding.span
    if not 0 < span.line <= span.end_line <= len(lines):
        return  # the file is another by now
    last = min(span.end_line, span.line + _MOST - 1)
    first, end = max(1, span.line - _CONTEXT), min(len(lines), last + _CONTEXT) if last == span.end_line else last
    shown = range(first, end + 1)
    while shown and not lines[shown[-1] - 1].strip() and shown[-1] > last:
        shown = shown[:-1]
    while shown and not lines[shown[0] - 1].strip() and shown[0] < span.line:
        shown = shown[1:]
    width = len(str(shown[-1]))
    yield _gutter("", width, colour)
    for number in shown:
        marked = _marked(lines[number - 1], number, span) if span.line <= number <= last else None
        start = marked[0] if marked else 0
        text, shift = _cropped(lines[number - 1], start)
        yield f"{_gutter(str(number), width, colour)} {''.join(map(_visible, text))}".rstrip()
        if marked:
            before, under = (sum(map(_cells, part)) for part in _split(text, marked, shift))
            signs = _coloured("^" * max(under, 1), _COLOURS[finding.severity], colour)
            yield f"{_gutter('', width, colour)} {' ' * before}{signs}"
    yield _gutter("" if last == span.end_line else "…", width, colour)


def _marked(text: str, number: int, span: Span) -> tuple[int, int]:
    """From where to where a line belongs to a place."""
    indent = len(text) - len(text.lstrip())
    start = span.column if number == span.line else indent
    return start, span.end_column if number == span.end_line else len(text.rstrip())


def _cropped(text: str, start: int) -> tuple[str, int]:
    """What is shown of a line, and how far it is moved to the left."""
    if len(text) <= _LONGEST:
        return text, 0
    shift = max(0, min(start - _LONGEST // 4, len(text) - _LONGEST))
    piece = text[shift : shift + _LONGEST]
    return ("…" if shift else "") + piece + ("…" if shift + _LONGEST < len(text) else ""), shift - bool(shift)


def _split(text: str, marked: tuple[int, int], shift: int) -> tuple[str, str]:
    start, end = marked[0] - shift, marked[1] - shift
    return text[:start], text[start:end]


def _visible(character: str) -> str:
    return _TAB if character == "\t" else escaped(character)


def _cells(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if character.isascii():
        return len(_visible(character))
    import unicodedata

    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else len(escaped(character))


def _gutter(text: str, width: int, colour: bool) -> str:
    return _coloured(f"{text:>{width}} |", "34", colour)


def _coloured(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code};1m{text}\x1b[0m" if colour else text


# --- the words


def _reasons(finding: Finding, colour: bool) -> Iterator[str]:
    entry = entry_named(finding.code)
    if entry:
        _, why, how = documentation(entry).split("\n\n", 2)
        yield from _paragraph("why", why, colour)
        yield from _paragraph("how", how, colour)


def _paragraph(label: str, text: str, colour: bool) -> Iterator[str]:
    indent = " " * (len(label) + 4)
    for number, each in enumerate(textwrap.wrap(" ".join(text.split()), WIDTH - len(indent), break_long_words=False)):
        yield f"{indent}{each}" if number else f"  {_coloured(f'{label}:', '1', colour)} {each}"
