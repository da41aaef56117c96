"""GitLab's code quality report.

Source: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format". Of entries with one fingerprint GitLab
keeps the first; what has another fingerprint than on the target branch is new in the merge request. Other readers of
the format, which is Code Climate's, want a type and categories as well.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from celerylint.core.rule import Severity
from celerylint.linter.result import Result
from celerylint.linter.runs import Report
from celerylint.reporting.report import in_repository, plain, reported, whole

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "minor"}


def render(reports: Sequence[Report]) -> str:
    """The report: paths from the root of the repository."""
    return json.dumps([_entry(result) for result in reported(reports)], indent=2) + "\n"


def _entry(result: Result) -> dict[str, object]:
    finding = result.finding
    return {
        "type": "issue",
        "categories": ["Bug Risk"],
        "description": plain(f"{finding.code}: {finding.message}"),
        "check_name": finding.code,
        "fingerprint": result.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": whole(in_repository(result.path)),
            "lines": {"begin": finding.span.line, "end": finding.span.end_line},
        },
    }
