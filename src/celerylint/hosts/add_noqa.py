"""`celerylint check --add-noqa`: a comment for each finding, in the files."""

from __future__ import annotations

from collections import defaultdict

from celerylint.core.rule import Finding
from celerylint.fixing import UnfitError
from celerylint.fixing.files import encoded, replace
from celerylint.fixing.noqa import says_the_same, with_noqa
from celerylint.hosts.check_command import Request
from celerylint.hosts.check_files import check_text
from celerylint.hosts.cli import FAILED, complain
from celerylint.linter.catalogue import own_entries
from celerylint.linter.files import cause_of
from celerylint.linter.runs import Report, Run
from celerylint.syntax.source import SourceError, decode

_NOWHERE = "a string on the line is read as the comment, or the line goes on"


def add_noqa(run: Run, reason: str, request: Request, *, quiet: bool) -> int:
    """Suppress what counts in a run, say how much that was; the exit code. What is said of comments stays."""
    own = {entry.code for entry in own_entries()}
    count, files, failures = 0, 0, [f"{report.path}{error}" for report in run.reports for error in report.errors]
    for report in run.reports:
        findings = [each for each in report.findings if each.code not in own]
        if findings:
            try:
                left = _write(report, findings, reason, request)
            except (OSError, SourceError, UnfitError) as error:
                cause = error.cause if isinstance(error, SourceError) else cause_of(error)
                failures.append(f"{report.path}: no comment written: {cause}")
                continue
            failures += [f"{report.path}:{line}: no comment written: {_NOWHERE}" for line in left]
            count += len(findings) - len(left)
            files += len(findings) > len(left)
    for failure in failures:
        complain(failure)
    if not quiet:
        complain(f"{count} finding{'s' * (count != 1)} suppressed in {files} file{'s' * (files != 1)}")
    return FAILED if failures else 0


def _write(report: Report, findings: list[Finding], reason: str, request: Request) -> list[int]:
    """Put comments for findings into a file; the lines of the findings for which that cannot be. Raises OSError,
    SourceError, or UnfitError if they would not do."""
    with open(report.path, "rb", buffering=0) as file:
        data = file.read()
    text = decode(data)
    codes = defaultdict[int, set[str]](set)
    for finding in findings:
        codes[finding.span.line].add(finding.code)
    after = with_noqa(text, codes, reason.strip())
    if not says_the_same(text, after):
        raise UnfitError("the file would be another program")
    places = {(each.span.line, each.code) for each in findings}
    left = check_text(report.path, after, request, is_saved=False).findings
    if after != text:
        replace(report.path, data, encoded(data, text, after))
    return [each.span.line for each in left if (each.span.line, each.code) in places]
