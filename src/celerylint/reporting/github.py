"""Workflow commands of GitHub Actions, which become annotations, and the summary of a step.

Source: docs.github.com, "Workflow commands for GitHub Actions". Of each kind the first ten annotations of a step are
shown; columns are taken only where line and last line are one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from celerylint.core.regex import regex
from celerylint.core.rule import Severity
from celerylint.linter.result import Result
from celerylint.linter.runs import Report
from celerylint.reporting.report import failures, in_repository, plain, reported, whole
from celerylint.reporting.text import line

SHOWN = 10
"""So many annotations of a kind are shown of a step."""
SUMMARY_LIMIT = 1024 * 1024
"""So many bytes the summary of a step may have."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_CODE = regex(r"(`[^`]*`)")
_MARKUP = regex(r"([\\`*_{}\[\]<>~|&#@!])", re.ASCII)


def render(reports: Sequence[Report]) -> str:
    """The commands, worst first and changed lines before others; then how many of them GitHub will not show."""
    commands = [*_failures(reports), *_findings(reports)]
    beyond = [
        f"{count - SHOWN} {kind}{'s' * (count - SHOWN != 1)}"
        for kind, count in Counter(kind for kind, _ in commands).items()
        if count > SHOWN
    ]
    lines = [command for _, command in commands]
    if beyond:
        lines.append(
            f"celerylint: not among the annotations, of which GitHub shows {SHOWN} a kind: {', '.join(beyond)}"
        )
    return "".join(f"{each}\n" for each in lines)


def _failures(reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    for path, row, column, cause in failures(reports):
        place = f":{row}:{column}" if column else f":{row}" if row else ""
        properties = {"title": "celerylint", "file": in_repository(path), "line": row or "", "col": column or ""}
        yield "error", command("error", properties, plain(f"{path}{place}: {cause}"))


def _findings(reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    for result in _worst_first(reports):
        finding, span = result.finding, result.finding.span
        is_one_line = span.line == span.end_line
        properties = {
            "title": f"{finding.code} {finding.name}",
            "file": in_repository(result.path),
            "line": span.line,
            "endLine": span.end_line,
            "col": span.column + 1 if is_one_line else "",
            "endColumn": span.end_column + 1 if is_one_line else "",
        }
        kind = _COMMANDS[finding.severity]
        yield kind, command(kind, properties, line(result.path, finding))


def _worst_first(reports: Sequence[Report]) -> list[Result]:
    worst = list(Severity)
    return sorted(reported(reports), key=lambda each: (worst.index(each.finding.severity), not each.is_changed))


def command(kind: str, properties: Mapping[str, object], message: str) -> str:
    """A workflow command; a property without a value is left out."""
    given = ((key, whole(str(value)).translate(_PROPERTY)) for key, value in properties.items())
    return f"::{kind} {','.join(f'{key}={value}' for key, value in given if value)}::{whole(message).translate(_DATA)}"


# --- the summary


def summary(reports: Sequence[Report], source: str, room: int) -> str:
    """The summary of a step in Markdown: a table of all findings, or of as many as there is room for, in bytes.
    `source` is the address below which the files are shown, empty if there is none."""
    results = _worst_first(reports)
    errors = list(failures(reports))
    title = f"## celerylint: {_counted(results)}\n"
    parts = [f"\n- {_marked(f'{path}: {cause}')}\n" for path, _, _, cause in errors]
    if results:
        parts.append("\n| | rule | place | finding |\n|---|---|---|---|\n")
        parts += [_row(result, source) for result in results]
    text, left = [title], room - len(title.encode())
    for number, part in enumerate(parts):
        size = len(part.encode())
        more = f"\n… and {len(parts) - number} more lines: there is no room for them in a summary.\n"
        if size + len(more.encode()) > left:
            text.append(more if len(more.encode()) <= left else "")
            break
        text.append(part)
        left -= size
    return "".join(text)


def _counted(results: Sequence[Result]) -> str:
    counts = Counter(result.finding.severity.value for result in results)
    return ", ".join(f"{count} {kind}{'s' * (count != 1)}" for kind, count in counts.items()) or "nothing found"


def _row(result: Result, source: str) -> str:
    finding, span = result.finding, result.finding.span
    path = in_repository(result.path)
    place = _marked(f"{path}:{span.line}")
    if source:
        place = f"[{place}]({_address(source, path)}#L{span.line})"
    rule = f"[{finding.code}]({finding.url})"
    return f"| {finding.severity.value} | {rule} | {place} | {_marked(finding.message)} |\n"


def _address(source: str, path: str) -> str:
    from urllib.parse import quote

    return f"{source}/{quote(path, errors='surrogateescape')}"


def _marked(text: str) -> str:
    """A text in a cell of a table: what stands between backticks is code."""
    parts = _CODE.split(plain(text))
    return "".join(
        part.replace("|", "\\|") if number % 2 else _MARKUP.sub(r"\\\1", part) for number, part in enumerate(parts)
    )
