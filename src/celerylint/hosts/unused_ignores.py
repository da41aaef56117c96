"""`per-file-ignores` that ignore nothing: judged where all files of the settings were checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from celerylint.core.rule import Finding
from celerylint.core.span import Span
from celerylint.hosts.config_file import Config
from celerylint.linter.check import matches_glob
from celerylint.linter.files import shown
from celerylint.linter.identify import folded
from celerylint.linter.judge_suppressions import UNUSED
from celerylint.linter.result import Identity, Result
from celerylint.linter.runs import Report
from celerylint.linter.selection import resolve, selected


def unused_ignores(config: Config, reports: Sequence[Report]) -> list[Report]:
    """What is to be said of a settings file, given the reports on all files that it holds for."""
    path = config.path
    if not path or any(report.errors for report in reports):
        return []
    findings = list(_findings(config, path, reports))
    return [Report(path, _results(path, findings), [])] if findings else []


def _findings(config: Config, path: str, reports: Sequence[Report]) -> Iterator[Finding]:
    on = [rule.code for rule in selected(config.settings)]
    for pattern, selectors in config.settings.per_file_ignores:
        place = _place(path, pattern)
        if place is None:  # inherited: other settings that extend the same file may need it
            continue
        there = [report for report in reports if matches_glob(config.relative(report.path), pattern)]
        found = {code for report in there for code in report.ignored}
        for selector in selectors:
            meant = tuple(code for code in on if code.startswith(resolve(selector)))
            if meant and found.isdisjoint(meant):
                why = f" in files that match `{pattern}`" if there else f": no file matches `{pattern}`"
                yield UNUSED.at(place, code=selector, why=why)


def _place(path: str, pattern: str) -> Span | None:
    """Where a settings file names a pattern, if it does."""
    for number, line in enumerate(_lines(path), 1):
        column = max(line.find(f'"{pattern}"'), line.find(f"'{pattern}'"))
        if column >= 0:
            return Span(number, column, number, column + len(pattern) + 2)
    return None


def _lines(path: str) -> list[str]:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read().split("\n")


def _results(path: str, findings: Sequence[Finding]) -> list[Result]:
    lines = _lines(path)
    found: list[Result] = []
    for finding in sorted(findings, key=lambda each: each.span):
        line = finding.span.line
        same = Identity(finding.code, finding.message, folded(lines[line - 1]))
        occurrence = sum(each.identity._replace(occurrence=0) == same for each in found)
        found.append(Result(shown(path), finding, same._replace(occurrence=occurrence), (line, line)))
    return found
