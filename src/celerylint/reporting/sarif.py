"""SARIF 2.1.0, for code scanning: results with their rules, fingerprints, suppressions, baseline states and fixes.

Source: docs.oasis-open.org/sarif/sarif/v2.1.0, and what GitHub's code scanning reads of it. Findings that are left
alone are in it too, with the reason.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote_from_bytes

from celerylint import __version__
from celerylint.core.rule import DOCUMENTATION, Fix, Profile, Severity
from celerylint.core.span import Span
from celerylint.linter.catalogue import documentation, entry_named
from celerylint.linter.result import Result
from celerylint.linter.runs import Report
from celerylint.reporting.report import Edits, Failure, failures, in_repository, plain, root, whole

Object = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_FIXES = {
    Fix.SAFE: "Mend it: only the hazard goes (`celerylint check --fix`).",
    Fix.UNSAFE: "Mend it, and look at the result: more changes than the hazard "
    "(`celerylint check --fix --unsafe-fixes`).",
}


def render(reports: Sequence[Report], edits: Edits) -> str:
    """The log, of one run."""
    results = [each for report in reports for each in report.results if each.is_changed is not False]
    rules = sorted({result.finding.code for result in results})
    has_baseline = any(result.baseline for result in results)
    run: Object = {
        "tool": {"driver": _driver(rules)},
        "invocations": [_invocation(list(failures(reports)))],
        "originalUriBaseIds": {ROOT: {"uri": f"{_file_uri(root()).rstrip('/')}/"}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, rules.index(each.finding.code), edits, has_baseline) for each in results],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


# --- the tool


def _driver(codes: Iterable[str]) -> Object:
    return {
        "name": "celerylint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": DOCUMENTATION.removesuffix("/rules"),
        "rules": list(map(_rule, codes)),
    }


def _rule(code: str) -> Object:
    entry = entry_named(code)
    assert entry, code
    page = f"{DOCUMENTATION}/{entry.name}/"
    summary, why, how = documentation(entry).split("\n\n", 2)
    help_text = f"{why}\n\n{how}"
    return {
        "id": entry.code,
        "name": entry.name,
        "shortDescription": {"text": " ".join(summary.split())},
        "fullDescription": {"text": " ".join(f"{summary} {why}".split())},
        "help": {"text": f"{help_text}\n\n{page}", "markdown": f"{help_text}\n\n[{entry.code} {entry.name}]({page})"},
        "helpUri": page,
        "defaultConfiguration": {
            "level": entry.severity.value,
            "enabled": entry.profile is Profile.RECOMMENDED,
        },
        "properties": {
            "tags": ["celery", entry.series, *entry.packs],
            "precision": "high" if entry.profile is Profile.RECOMMENDED else "medium",
            "problem.severity": _PROBLEMS[entry.severity],
        },
    }


def _invocation(failed: list[Failure]) -> Object:
    return {
        "executionSuccessful": not failed,
        "toolExecutionNotifications": [_notification(each) for each in failed],
    }


def _notification(failure: Failure) -> Object:
    place: Object = {"artifactLocation": _artifact(failure.path)}
    if failure.line:
        column = {"startColumn": failure.column} if failure.column else {}
        place["region"] = {"startLine": failure.line, **column}
    message = {"text": plain(failure.cause)}
    return {"level": "error", "message": message, "locations": [{"physicalLocation": place}]}


# --- results


def _result(result: Result, index: int, edits: Edits, has_baseline: bool) -> Object:
    finding, suppression = result.finding, result.suppression
    place: Object = {
        "physicalLocation": {"artifactLocation": _artifact(result.path), "region": _region(finding.span)},
    }
    if result.identity.scope:
        place["logicalLocations"] = [{"fullyQualifiedName": whole(result.identity.scope)}]
    left_alone: Object = {"kind": suppression.kind} if suppression else {}
    if suppression and suppression.justification:
        left_alone["justification"] = plain(suppression.justification)
    made = edits.get((result.path, finding.span, finding.code))
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity.value,
        "message": {"text": plain(finding.message)},
        "locations": [place],
        "partialFingerprints": {"celerylint/v1": result.fingerprint},
        "suppressions": [left_alone] if left_alone else [],
        # One result of a run has these only if all have.
        **({"baselineState": result.baseline or "new"} if has_baseline else {}),
        **({"fixes": [_fix(result, made)]} if made else {}),
    }


def _fix(result: Result, edits: Sequence[tuple[Span, str]]) -> Object:
    replacements = [{"deletedRegion": _region(span), "insertedContent": {"text": whole(text)}} for span, text in edits]
    return {
        "description": {"text": _FIXES[result.finding.fix]},
        "artifactChanges": [{"artifactLocation": _artifact(result.path), "replacements": replacements}],
    }


def _region(span: Span) -> Object:
    return {
        "startLine": span.line,
        "startColumn": span.column + 1,
        "endLine": span.end_line,
        "endColumn": span.end_column + 1,
    }


def _artifact(path: str) -> Object:
    inside = in_repository(path)
    if os.path.isabs(inside):
        return {"uri": _file_uri(inside)}
    return {"uri": _quoted(inside), "uriBaseId": ROOT}


def _file_uri(path: str) -> str:
    path = path.replace(os.sep, "/")
    return f"file://{'' if path.startswith('/') else '/'}{_quoted(path)}"


def _quoted(path: str) -> str:
    """A path as part of a URI: a colon too would make its first folder a scheme."""
    return quote_from_bytes(os.fsencode(path), safe="/")
