"""One JSON array of findings, for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from celerylint.core.rule import Finding
from celerylint.core.span import Span

Edits = Mapping[tuple[str, Span, str], Sequence[tuple[Span, str]]]
"""What mends the finding of a path, a span and a code: places, and the texts to put there."""


def render(findings: list[tuple[str, Finding]], edits: Edits | None = None) -> str:
    """The report: lines and columns count from 1 in code points, ends are exclusive. `fix` is null where there is
    none."""
    made = edits or {}
    return (
        json.dumps(
            [_object(path, finding, made.get((path, finding.span, finding.code))) for path, finding in findings],
            indent=2,
        )
        + "\n"
    )


def _object(path: str, finding: Finding, edits: Sequence[tuple[Span, str]] | None) -> dict[str, object]:
    span = finding.span
    return {
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "severity": finding.severity.value,
        "path": path,
        **_place(span),
        "fix": edits
        and {"safety": finding.fix.value, "edits": [{**_place(each), "text": text} for each, text in edits]},
        "url": finding.url,
    }


def _place(span: Span) -> dict[str, object]:
    return {
        "line": span.line,
        "column": span.column + 1,
        "end_line": span.end_line,
        "end_column": span.end_column + 1,
    }
