"""`celerylint check --fix` and `--diff`: what becomes of the files that have findings."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from celerylint.core.rule import Finding, Fix
from celerylint.core.settings import SettingsError
from celerylint.fixing import can_fix
from celerylint.hosts.check_command import Request
from celerylint.hosts.check_files import check_text
from celerylint.hosts.cli import complain
from celerylint.linter.files import cause_of, shown
from celerylint.linter.result import Identity
from celerylint.linter.runs import Report, Run
from celerylint.syntax.source import SourceError, decode

if TYPE_CHECKING:
    from celerylint.core.span import Span
    from celerylint.fixing.anchors import Edit
    from celerylint.reporting.report import Edits

SAFE = frozenset({Fix.SAFE})
ANY = frozenset({Fix.SAFE, Fix.UNSAFE})
MISSING = 'fixes need LibCST, which is not installed: pip install "celerylint[fix]"'


def fix_all(run: Run, request: Request, options: argparse.Namespace) -> tuple[Run, list[str]]:
    """The run after the fixes that were asked for; with `--diff` the run as it was, and what would change. Raises
    SettingsError if LibCST is missing."""
    allowed = ANY if options.unsafe_fixes else SAFE
    diffs: list[str] = []
    reports, count = [], 0
    if not can_fix() and any(finding.fix is not Fix.NONE for report in run.reports for finding in report.findings):
        raise SettingsError(MISSING)
    for report in run.reports:
        if any(finding.fix in allowed for finding in report.findings):
            report, fixes = _fix(report, request, allowed, diffs, show=options.diff)
            count += fixes
        reports.append(report)
    unsafe = sum(finding.fix is Fix.UNSAFE for report in reports for finding in report.findings)
    if not options.quiet:
        hint = "" if options.unsafe_fixes or not unsafe else f"; {unsafe} more with --unsafe-fixes"
        complain(f"{count} finding{'s' * (count != 1)} {'to fix' if options.diff else 'fixed'}{hint}")
    return run._replace(reports=reports), diffs


def _fix(
    report: Report, request: Request, allowed: frozenset[Fix], diffs: list[str], *, show: bool
) -> tuple[Report, int]:
    from celerylint.fixing.anchors import UnfitError
    from celerylint.fixing.apply import fix
    from celerylint.fixing.files import encoded, line_before, replace

    path = report.path
    try:
        data = _read(report)
        text = decode(data)
        fixed = fix(text, checker(report, request), allowed)
        for span, why in fixed.refusals:
            line = line_before(text, fixed.text, span.line) if show else span.line
            complain(f"{shown(path)}:{line}:{span.column + 1}: not fixed: {why}")
        if fixed.fixes:
            after = encoded(data, text, fixed.text)
            if show:
                diffs.append(_diff(shown(path), data, after))
                return report, fixed.fixes
            replace(path, data, after)
    except UnfitError as error:
        complain(f"{shown(path)}: not fixed: {error}")
        return report, 0
    except SourceError as error:
        return report._replace(errors=[*report.errors, f": {error.cause}"]), 0
    except OSError as error:
        return report._replace(errors=[*report.errors, f": {cause_of(error)}"]), 0
    return _checked_again(report, fixed.text, request), fixed.fixes


def _checked_again(report: Report, text: str, request: Request) -> Report:
    results = check_text(report.path, text, request, is_saved=False).results
    return report._replace(results=results)


def _read(report: Report) -> bytes:
    if report.data is not None:
        return report.data
    with open(report.path, "rb", buffering=0) as file:
        return file.read()


def checker(report: Report, request: Request) -> Callable[[str], list[Finding]]:
    """What checks the text again. What does not count in the report is found, and not mended."""
    left_alone = [result.identity for result in report.results if not result.is_reported]

    def check(text: str) -> list[Finding]:
        results = [each for each in check_text(report.path, text, request, is_saved=False).results if each.is_reported]
        unmended = _those_of(left_alone, [each.identity for each in results])
        return [
            each.finding._replace(rewrite=None, fix=Fix.NONE) if number in unmended else each.finding
            for number, each in enumerate(results)
        ]

    return check


def _those_of(known: list[Identity], found: list[Identity]) -> set[int]:
    """The numbers of those found that are known; if others that are equal went, of as many as are known."""
    numbers = {number for number, each in enumerate(found) if each in known}
    left = Counter(each._replace(occurrence=0) for each in known)
    left.subtract(found[number]._replace(occurrence=0) for number in numbers)
    for number, each in enumerate(found):
        same = each._replace(occurrence=0)
        if number not in numbers and left[same] > 0:
            numbers.add(number)
            left[same] -= 1
    return numbers


def _diff(path: str, before: bytes, after: bytes) -> str:
    from difflib import unified_diff

    old, new = (_lines(data) for data in (before, after))
    lines = unified_diff(old, new, path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(data: bytes) -> list[str]:
    from celerylint.syntax.source import encoding_of

    coding = encoding_of(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    text = data.decode(coding)
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.split("\n")[-1]) else [])


def all_edits(reports: Iterable[Report], request: Request) -> Edits:
    """The edits that mend the findings of each file, by the path as it is shown; none if LibCST is missing."""
    if not can_fix():
        return {}
    from celerylint.fixing.apply import edits_for

    found: dict[tuple[str, Span, str], list[Edit]] = {}
    for report in reports:
        if any(finding.fix is not Fix.NONE for finding in report.findings):
            check = checker(report, request)
            try:
                text = decode(_read(report))
                edits = edits_for(text, check(text), check)
            except (OSError, SourceError):  # the file is another by now
                continue
            found |= {(report.path, finding.span, finding.code): made for finding, made in edits.items()}
    return found
