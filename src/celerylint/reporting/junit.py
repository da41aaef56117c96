"""JUnit's XML, which every CI service shows: a suite for each file, a failed case for each finding.

Source: junit-10.xsd of Jenkins' xUnit plugin. GitLab takes cases with one class and name for the same, so the place is
part of the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from celerylint.linter.runs import Report
from celerylint.reporting.report import failures, reported
from celerylint.reporting.xml import document, element, text


def render(reports: Sequence[Report]) -> str:
    """The report. A run that found nothing has one case, which passed: no case at all is taken for a broken run."""
    found = [each for each in reports if any(reported([each])) or each.errors]
    suites = [_suite(each.path, list(_failed(each)), list(_broken(each))) for each in found]
    if not found:
        passed = element("testcase", {"name": "no finding", "classname": "celerylint", "time": "0"})
        suites = [element("testsuite", {"name": "celerylint", **_counts(1, 0, 0)}, f"\n    {passed}\n  ")]
    failed, broken = sum(1 for _ in reported(reports)), sum(1 for _ in failures(reports))
    total = {"name": "celerylint", "tests": (failed + broken) or 1, "failures": failed, "errors": broken}
    return document(element("testsuites", total, "".join(f"\n  {suite}" for suite in suites) + "\n"))


def _suite(path: str, failed: list[str], broken: list[str]) -> str:
    cases = "".join(f"\n    {case}" for case in (*broken, *failed))
    counts = _counts(len(failed) + len(broken), len(failed), len(broken))
    return element("testsuite", {"name": path, **counts}, f"{cases}\n  ")


def _counts(tests: int, failed: int, broken: int) -> dict[str, object]:
    return {"tests": tests, "failures": failed, "errors": broken, "skipped": 0, "time": "0"}


def _failed(report: Report) -> Iterator[str]:
    for result in reported([report]):
        finding, span = result.finding, result.finding.span
        place = f"{span.line}:{span.column + 1}"
        told = text(f"{result.path}:{place}: {finding.code} {finding.message}") + "\n" + text(finding.url)
        failure = element("failure", {"message": finding.message, "type": finding.severity.value}, told)
        yield _case(f"{finding.code} {finding.name} ({place})", report.path, failure)


def _broken(report: Report) -> Iterator[str]:
    for path, line, column, cause in failures([report]):
        place = f"{line}:{column}" if line else ""
        told = text(f"{path}:{place}: {cause}" if place else f"{path}: {cause}")
        error = element("error", {"message": cause, "type": "error"}, told)
        yield _case(f"checked ({place})" if place else "checked", path, error)


def _case(name: str, path: str, outcome: str) -> str:
    # Jenkins takes what stands behind the last dot for the class.
    return element("testcase", {"name": name, "classname": path.removesuffix(".py"), "time": "0"}, outcome)
