"""One JSON array of findings, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from celerylint.core.span import Span
from celerylint.linter.result import Result
from celerylint.linter.runs import Report
from celerylint.reporting.report import Edits, reported


def render(reports: Sequence[Report], edits: Edits) -> str:
    """The report: lines and columns count from 1 in code points, ends are exclusive. `fix` is null where there is
    none."""
    return json.dumps(list(objects(reports, edits)), indent=2) + "\n"


def objects(reports: Sequence[Report], edits: Edits) -> Iterator[dict[str, object]]:
    """The objects of the report, one a finding."""
    for result in reported(reports):
        finding = result.finding
        yield _object(result, edits.get((result.path, finding.span, finding.code)))


def _object(result: Result, edits: Sequence[tuple[Span, str]] | None) -> dict[str, object]:
    finding = result.finding
    return {
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "severity": finding.severity.value,
        "path": result.path,
        **_place(finding.span),
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
