"""`path:row:col: CELnnn message`, one line a finding, as flake8 writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from celerylint.core.rule import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from celerylint.linter.runs import Report

_CONTROL = {number: f"\\x{number:02x}" for number in (*range(32), *range(127, 160))}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def escaped(text: str) -> str:
    """Text without control characters, which could fake lines or move a terminal's cursor."""
    return text.translate(_CONTROL)


def render(reports: Sequence[Report], *, colour: bool = False) -> str:
    """The report, a line feed after every line."""
    return "".join(
        f"{line(result.path, result.finding, colour=colour)}\n"
        for report in reports
        for result in report.results
        if result.is_reported
    )


def line(path: str, finding: Finding, *, colour: bool = False) -> str:
    """One finding, without a line feed."""
    path, place, message = escaped(path), f"{finding.span.line}:{finding.span.column + 1}:", escaped(finding.message)
    if not colour:
        return f"{path}:{place} {finding.code} {message}"
    code = f"\x1b[{_COLOURS[finding.severity]};1m{finding.code}\x1b[0m"
    return f"\x1b[1m{path}\x1b[0m:{place} {code} {message}"
