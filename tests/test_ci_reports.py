"""Reports for other services, held against what these publish: GitLab, JUnit, Checkstyle, reviewdog."""

from __future__ import annotations

import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from junitparser import JUnitXml
from xmlschema import XMLSchema

from celerylint.core.rule import Finding, Severity
from celerylint.core.span import Span
from celerylint.linter.runs import Report
from celerylint.reporting import checkstyle, gitlab, junit, rdjson
from tests.processes import run
from tests.report_cases import BROKEN, ODD, ODD_FOLDER, PLAIN, TASKS, check, lay_out, reports
from tests.test_reporting import FINDING, OTHER, report_of

Object = dict[str, Any]

# docs.gitlab.com/ci/testing/code_quality, "Code Quality report format": what an entry must have, and what GitLab's own
# parser asks for (its codeclimate.json). `type` and `categories` are Code Climate's.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "categories", "description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "type": {"const": "issue"},
            "categories": {"type": "array", "items": {"enum": ["Bug Risk"]}, "minItems": 1},
            "description": {"type": "string", "minLength": 1, "pattern": "^[^\\u0000-\\u001f]*$"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                        "additionalProperties": False,
                    },
                },
                "additionalProperties": False,
            },
        },
        "additionalProperties": False,
    },
}

# reviewdog.proto: its reader takes no name of a field, and no severity, that is not in it.
POSITION = {
    "type": "object",
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
RANGE = {
    "type": "object",
    "required": ["start"],
    "properties": {"start": POSITION, "end": POSITION},
    "additionalProperties": False,
}
SOURCE = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "url": {"type": "string"}},
    "additionalProperties": False,
}
SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
RDJSON = {
    "type": "object",
    "required": ["diagnostics"],
    "properties": {
        "source": SOURCE,
        "severity": SEVERITY,
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "properties": {"path": {"type": "string", "minLength": 1}, "range": RANGE},
                        "additionalProperties": False,
                    },
                    "severity": SEVERITY,
                    "source": SOURCE,
                    "code": {
                        "type": "object",
                        "properties": {"value": {"type": "string"}, "url": {"type": "string"}},
                        "additionalProperties": False,
                    },
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                            "additionalProperties": False,
                        },
                    },
                    "original_output": {"type": "string"},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
XML = {"junit": junit, "checkstyle": checkstyle}


@cache
def junit_schema() -> XMLSchema:
    return XMLSchema(str(Path(__file__).parent / "data" / "junit-10.xsd"))


def assert_fits(value: object, schema: Object) -> None:
    assert [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(value)] == []


def counted(found: list[Report]) -> tuple[int, int]:
    """How many findings count, and how many errors there are."""
    return sum(len(report.findings) for report in found), sum(len(report.errors) for report in found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("repository"))


# --- GitLab


@settings(deadline=None)
@given(reports())
def test_gitlab_takes_whatever_is_found(found: list[Report]) -> None:
    entries = json.loads(gitlab.render(found))
    assert_fits([{**entry, "description": entry["description"] or "-"} for entry in entries], GITLAB)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == counted(found)[0]


def test_the_schemas_fit_what_another_linter_writes(tmp_path: Path) -> None:
    """That of reviewdog's format; GitLab's has fewer fields here than it takes."""
    (tmp_path / "a.py").write_text("import os\n")
    ruff = [sys.executable, "-m", "ruff", "check", "--isolated", "--output-format", "rdjson", "a.py"]
    report = json.loads(run(ruff, tmp_path).out)
    assert report["diagnostics"]
    assert_fits(report, RDJSON)
    report["diagnostics"][0]["place"] = 1
    with pytest.raises(AssertionError):
        assert_fits(report, RDJSON)


def test_gitlab_is_told_where_and_how_bad(folder: Path) -> None:
    entries = json.loads(check(folder, "--output-format", "gitlab").out)
    assert_fits(entries, GITLAB)
    assert {entry["location"]["path"] for entry in entries} == {ODD, PLAIN}, "from the root of the repository"
    severities = {entry["check_name"]: entry["severity"] for entry in entries}
    assert (severities["CEL201"], severities["CEL105"], severities["CEL106"]) == ("critical", "major", "minor")
    (several,) = (
        each for each in entries if each["location"]["lines"] == {"begin": 18, "end": 20} and PLAIN in str(each)
    )
    assert several["description"].startswith("CEL401: `asyncio.run` in the task code of `sync`")


def test_gitlab_fingerprints_are_unique_and_stay(tmp_path: Path) -> None:
    """Two findings on lines that are alike; then lines that move."""
    folder = lay_out(tmp_path)
    entries = json.loads(check(folder, "--output-format", "gitlab").out)
    before = [entry["fingerprint"] for entry in entries]
    assert [count for count in Counter(before).values() if count > 1] == []
    alike = [entry for entry in entries if entry["location"]["lines"]["begin"] in (25, 26)]
    assert len(alike) >= 4
    for path in (folder / "plain.py", folder / ODD_FOLDER / "tasks|#?.py"):
        path.write_text("# A line more.\n\n" + path.read_text())
    after = json.loads(check(folder, "--output-format", "gitlab").out)
    assert [entry["fingerprint"] for entry in after] == before
    assert after != entries


# --- XML


@pytest.mark.parametrize("module", XML.values(), ids=XML)
@settings(deadline=None)
@given(found=reports())
def test_xml_is_well_formed_whatever_is_found(module: ModuleType, found: list[Report]) -> None:
    text = module.render(found)
    root = ElementTree.fromstring(text.encode("utf-8"))
    findings, errors = counted(found)
    if module is junit:
        junit_schema().validate(text)
        assert len(root.findall("./testsuite/testcase/failure")) == findings
        assert len(root.findall("./testsuite/testcase/error")) == errors
        assert root.findall("./testsuite/testcase"), "never without a case"
    else:
        assert len(root.findall("./file/error")) == findings + errors
        assert len(root.findall("./file")) == sum(1 for report in found if report.findings or report.errors)


@pytest.mark.parametrize("module", XML.values(), ids=XML)
def test_xml_spells_out_what_it_cannot_hold(module: ModuleType) -> None:
    odd = "".join(map(chr, range(32))) + "\x7f\x9f\ufffe\uffff\udc80 <&\"'>]]> 🐇"
    root = ElementTree.fromstring(module.render([report_of("a\x00b\n<.py", FINDING._replace(message=odd))]).encode())
    told = next(iter(root.iter("failure" if module is junit else "error"))).attrib["message"]
    assert "\\x00" in told
    assert "\\x1f\\x7f\\x9f\\ufffe\\uffff\\udc80 <&\"'>]]> 🐇" in told
    assert "a\\x00b\\x0a<.py" in [value for each in root.iter() for value in each.attrib.values()]


def test_junit_is_read_by_its_readers(folder: Path) -> None:
    text = check(folder, "--output-format", "junit", "--select", "CEL201,CEL401").out
    junit_schema().validate(text)
    report = JUnitXml.fromstring(text.encode())
    assert (report.tests, report.failures, report.errors) == (9, 8, 1)
    suites = {suite.name: suite for suite in report}
    assert list(suites) == [f"{ODD_FOLDER}/tasks|#?.py", "broken.py", "plain.py"]
    for suite in suites.values():
        before = suite.tests, suite.failures, suite.errors
        suite.update_statistics()  # type: ignore[no-untyped-call]
        assert (suite.tests, suite.failures, suite.errors) == before, "what is said is what is there"
    case = next(iter(suites["plain.py"]))
    assert (case.name, case.classname) == ("CEL201 retry-without-bind (8:18)", "plain")
    (failure,) = case.result
    assert failure.message.startswith("`self.retry` in `charge`, which is not bound")
    assert failure.text.startswith("plain.py:8:18: CEL201 ")
    names = [(case.classname, case.name) for suite in report for case in suite]
    assert len(set(names)) == len(names), "GitLab takes equal ones for one"
    (broken,) = next(iter(suites["broken.py"])).result
    assert broken.message == "syntax error: invalid syntax"
    assert broken.text == "broken.py:2:12: syntax error: invalid syntax"


def test_junit_has_a_case_that_passed_where_nothing_was_found(tmp_path: Path) -> None:
    (tmp_path / "clean.py").write_text("x = 1\n")
    done = check(tmp_path, "--output-format", "junit")
    assert done.code == 0
    junit_schema().validate(done.out)
    report = JUnitXml.fromstring(done.out.encode())
    assert (report.tests, report.failures, report.errors) == (1, 0, 0)
    (case,) = (case for suite in report for case in suite)
    assert case.is_passed


def test_checkstyle_is_files_with_errors(folder: Path) -> None:
    """The attributes that its readers ask for: reviewdog, Jenkins' warnings plugin, violations-lib."""
    root = ElementTree.fromstring(check(folder, "--output-format", "checkstyle", "--select", "CEL201,CEL106").out)
    assert root.tag == "checkstyle"
    assert "version" in root.attrib
    assert [file.attrib["name"] for file in root] == [f"{ODD_FOLDER}/tasks|#?.py", "broken.py", "plain.py"]
    for file in root:
        for error in file:
            assert set(error.attrib) == {"line", "column", "severity", "message", "source"}
            assert error.attrib["severity"] in ("error", "warning", "info")
            assert int(error.attrib["line"]) > 0 < int(error.attrib["column"])
    found = [(each.attrib["line"], each.attrib["source"], each.attrib["severity"]) for each in root[2]]
    assert found[1] == ("8", "celerylint.CEL201", "error")
    assert found[0] == ("7", "celerylint.CEL106", "info")
    assert [(each.attrib["line"], each.attrib["message"]) for each in root[1]] == [
        ("2", "syntax error: invalid syntax")
    ]


def test_checkstyle_of_nothing_is_a_document() -> None:
    root = ElementTree.fromstring(checkstyle.render([]))
    assert (root.tag, len(root)) == ("checkstyle", 0)


# --- reviewdog


@settings(deadline=None)
@given(reports())
def test_reviewdog_takes_whatever_is_found(found: list[Report]) -> None:
    report = json.loads(rdjson.render(found, {}))
    for each in report["diagnostics"]:
        each["message"] = each["message"] or "-"
    assert_fits(report, RDJSON)
    assert len(report["diagnostics"]) == sum(counted(found))


def test_reviewdog_counts_bytes(folder: Path) -> None:
    report = json.loads(check(folder, "--output-format", "rdjson", "--select", "CEL201").out)
    assert_fits(report, RDJSON)
    first, broken, second = report["diagnostics"]
    assert [each["location"]["path"] for each in report["diagnostics"]] == [
        f"{ODD_FOLDER}/tasks|#?.py",
        "broken.py",
        "plain.py",
    ]
    line = TASKS.split("\n")[7].encode()
    place = second["location"]["range"]
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"self.retry"
    assert second["code"]["value"] == "CEL201"
    assert second["severity"] == "ERROR"
    assert first["location"]["range"] == place
    assert broken["message"] == "syntax error: invalid syntax"
    assert broken["location"]["range"] == {"start": {"line": BROKEN.count("\n")}}


def test_reviewdog_is_suggested_a_whole_fix(tmp_path: Path) -> None:
    """One suggestion, which mends the file by itself though two places of it change."""
    folder = lay_out(tmp_path)
    (diagnostic,) = json.loads(check(folder, "--output-format", "rdjson", "--select", "CEL201", "plain.py").out)[
        "diagnostics"
    ]
    (suggestion,) = diagnostic["suggestions"]
    path = folder / "plain.py"
    path.write_bytes(applied(path.read_bytes(), suggestion))
    assert "def charge(self, order_id):" in path.read_text()
    assert "bind=True" in path.read_text().split("\n")[5]
    assert check(folder, "--select", "CEL201", "plain.py").out == ""


def applied(data: bytes, suggestion: Object) -> bytes:
    lines = data.split(b"\n")
    start, end = (
        sum(len(line) + 1 for line in lines[: place["line"] - 1]) + place["column"] - 1
        for place in (suggestion["range"]["start"], suggestion["range"]["end"])
    )
    text: str = suggestion["text"]
    return data[:start] + text.encode() + data[end:]


def test_edits_on_one_line_are_one_suggestion() -> None:
    text = "ü = call(a)\n"
    finding: Finding = OTHER._replace(span=Span(1, 4, 1, 8), severity=Severity.WARNING)
    edits = {("a.py", finding.span, finding.code): [(Span(1, 10, 1, 10), ", b=1"), (Span(1, 0, 1, 0), "é, ")]}
    (diagnostic,) = json.loads(rdjson.render([report_of("a.py", finding, text=text)], edits))["diagnostics"]
    (suggestion,) = diagnostic["suggestions"]
    assert applied(text.encode(), suggestion).decode() == "é, ü = call(a, b=1)\n"
