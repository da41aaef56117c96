"""Reviewdog's diagnostic format: what it posts to pull requests, fixes as suggestions.

Source: reviewdog.proto. Columns count bytes of UTF-8 from 1, ends are exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from celerylint.core.rule import DOCUMENTATION, Severity
from celerylint.core.span import Span
from celerylint.linter.result import Result
from celerylint.linter.runs import Report
from celerylint.reporting.report import Edits, failures, lines_of, plain, reported, whole

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(reports: Sequence[Report], edits: Edits) -> str:
    """The report. What could not be checked is a diagnostic without a code."""
    found = [each for report in reports for each in _diagnostics(report, edits)]
    source = {"name": "celerylint", "url": DOCUMENTATION.removesuffix("/rules")}
    return json.dumps({"source": source, "diagnostics": found}, indent=2) + "\n"


def _diagnostics(report: Report, edits: Edits) -> list[dict[str, object]]:
    found: list[dict[str, object]] = [
        {
            "message": plain(cause),
            "location": {"path": whole(path), **({"range": {"start": {"line": line}}} if line else {})},
            "severity": "ERROR",
        }
        for path, line, _, cause in failures([report])
    ]
    results = list(reported([report]))
    lines = lines_of(report) if results else []
    found += [_diagnostic(each, edits, lines) for each in results]
    return found


def _diagnostic(result: Result, edits: Edits, lines: list[str]) -> dict[str, object]:
    finding = result.finding
    made = edits.get((result.path, finding.span, finding.code))
    return {
        "message": plain(finding.message),
        "location": {"path": whole(result.path), "range": _range(finding.span, lines)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code, "url": finding.url},
        **({"suggestions": [_suggestion(made, lines)]} if made and lines else {}),
    }


def _suggestion(edits: Sequence[tuple[Span, str]], lines: list[str]) -> dict[str, object]:
    """One suggestion for all edits of a fix: each is offered by itself, and half a fix mends nothing."""
    ordered = sorted(edits)
    first, last = ordered[0][0], ordered[-1][0]
    parts, place = [], first[:2]
    for span, text in ordered:
        parts += [_between(lines, place, span[:2]), text]
        place = span[2:]
    around = Span(*first[:2], *last[2:])
    return {"range": _range(around, lines), "text": whole("".join(parts))}


def _between(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """The source from one place to another, each a line from 1 and a column from 0."""
    if start[0] == end[0]:
        return lines[start[0] - 1][start[1] : end[1]]
    inner = lines[start[0] : end[0] - 1]
    return "\n".join([lines[start[0] - 1][start[1] :], *inner, lines[end[0] - 1][: end[1]]])


def _range(span: Span, lines: list[str]) -> dict[str, object]:
    return {
        "start": _position(span.line, span.column, lines),
        "end": _position(span.end_line, span.end_column, lines),
    }


def _position(line: int, column: int, lines: list[str]) -> dict[str, int]:
    before = lines[line - 1][:column] if line <= len(lines) else ""
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
