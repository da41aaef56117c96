"""One JSON array of findings, for programs."""

from __future__ import annotations

import json

from celerylint.core.rule import Finding


def render(findings: list[tuple[str, Finding]]) -> str:
    """The report: lines and columns count from 1 in code points, ends are exclusive. `fix` is null until fixes come."""
    return json.dumps([_object(path, finding) for path, finding in findings], indent=2) + "\n"


def _object(path: str, finding: Finding) -> dict[str, object]:
    span = finding.span
    return {
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "severity": finding.severity.value,
        "path": path,
        "line": span.line,
        "column": span.column + 1,
        "end_line": span.end_line,
        "end_column": span.end_column + 1,
        "fix": None,
        "url": finding.url,
    }
