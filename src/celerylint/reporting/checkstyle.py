"""Checkstyle's XML, which many services read.

Source: checkstyle.org, `XMLLogger`: a `file` for each file, an `error` for each finding, severities error, warning and
info.
"""

from __future__ import annotations

from collections.abc import Sequence

from celerylint.core.rule import Severity
from celerylint.linter.runs import Report
from celerylint.reporting.report import failures, reported
from celerylint.reporting.xml import document, element

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}


def render(reports: Sequence[Report]) -> str:
    """The report. What could not be checked is an error of its file without a code."""
    files = [_file(report.path, errors) for report in reports if (errors := _errors(report))]
    return document(element("checkstyle", {"version": "4.3"}, "".join(files)))


def _file(path: str, errors: list[dict[str, object]]) -> str:
    lines = "".join(f"    {element('error', each)}\n" for each in errors)
    return f"\n  {element('file', {'name': path}, chr(10) + lines + '  ')}\n"


def _errors(report: Report) -> list[dict[str, object]]:
    found: list[dict[str, object]] = [
        {"line": line or 1, "column": column or 1, "severity": "error", "message": cause, "source": "celerylint"}
        for _, line, column, cause in failures([report])
    ]
    for result in reported([report]):
        finding = result.finding
        found.append(
            {
                "line": finding.span.line,
                "column": finding.span.column + 1,
                "severity": _SEVERITIES[finding.severity],
                "message": f"{finding.code} {finding.message}",
                "source": f"celerylint.{finding.code}",
            }
        )
    return found
