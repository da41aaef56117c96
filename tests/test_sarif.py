"""SARIF: held against the schema of SARIF 2.1.0, and against what code scanning makes of it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urljoin

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from celerylint import __version__
from celerylint.hosts.cli import FORMATS
from celerylint.linter.result import Suppression
from celerylint.linter.runs import Report
from celerylint.reporting import sarif
from tests.processes import run_module
from tests.report_cases import ODD, ODD_FOLDER, PLAIN, check, lay_out, reports
from tests.test_reporting import FINDING, OTHER, report_of

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.json").read_text())
Object = dict[str, Any]


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def problems(log: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator().iter_errors(log)]


def only_run(text: str) -> Object:
    """The run of a log that is valid."""
    log = json.loads(text)
    assert problems(log) == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Object:
    """The run over a repository whose reports are hard to write."""
    done = check(lay_out(tmp_path_factory.mktemp("repository")), "--output-format", "sarif")
    assert done.code == 2
    return only_run(done.out)


def test_the_schema_refuses_what_is_wrong() -> None:
    log = json.loads(sarif.render([report_of("a.py", FINDING)], {}))
    assert problems(log) == []
    result = log["runs"][0]["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    for place, key, value in ((result, "level", "fatal"), (region, "startLine", 0), (result, "ruleIndex", -2)):
        before = place[key]
        place[key] = value
        assert problems(log) != [], key
        place[key] = before
    log["runs"][0]["originalUriBaseIds"]["SRCROOT"]["uri"] = "no uri, but blanks"
    assert problems(log) != [], "formats are checked too"


@settings(deadline=None)
@given(reports())
def test_whatever_is_found_the_log_is_valid(found: list[Report]) -> None:
    text = sarif.render(found, {})
    text.encode("utf-8")
    run = only_run(text)
    assert len({"baselineState" in result for result in run["results"]}) <= 1, "all have it, or none"
    assert all("suppressions" in result for result in run["results"]), "all have it, or none"


def test_the_tool_is_named(run: Object) -> None:
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("celerylint", __version__)
    assert run["columnKind"] == "unicodeCodePoints"


def test_each_result_points_to_its_rule(run: Object) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert {result["ruleId"] for result in run["results"]} == {rule["id"] for rule in rules}
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert (rule["id"], rule["defaultConfiguration"]["level"]) == (result["ruleId"], result["level"])


def test_a_rule_says_why_and_what_to_write(run: Object) -> None:
    (rule,) = (rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "CEL201")
    page = "https://celerylint.readthedocs.io/en/latest/rules/retry-without-bind/"
    assert rule["name"] == "retry-without-bind"
    assert rule["shortDescription"]["text"].endswith("is used in a task that is not bound.")
    assert "raises NameError" in rule["fullDescription"]["text"]
    for kind in ("text", "markdown"):
        assert "raises NameError" in rule["help"][kind]
        assert "Give the decorator `bind=True`" in rule["help"][kind]
        assert page in rule["help"][kind]
    assert rule["helpUri"] == page
    assert rule["properties"] == {
        "tags": ["celery", "retry"],
        "precision": "high",
        "problem.severity": "error",
    }
    enabled = {rule["id"]: rule["defaultConfiguration"]["enabled"] for rule in run["tool"]["driver"]["rules"]}
    assert (enabled["CEL201"], enabled["CEL202"], enabled["CEL401"]) == (True, False, False)


def test_paths_are_uris_from_the_root_of_the_repository(run: Object, tmp_path: Path) -> None:
    """Also where a folder of it is checked; what has a meaning in URIs is quoted."""
    places = [place for result in run["results"] for place in result["locations"]]
    artifacts = [place["physicalLocation"]["artifactLocation"] for place in places]
    assert {artifact["uriBaseId"] for artifact in artifacts} == {"SRCROOT"}
    assert {unquote_to_bytes(artifact["uri"]).decode() for artifact in artifacts} == {ODD, PLAIN}
    assert all(set(":?#|% ,").isdisjoint(unquoted(artifact["uri"])) for artifact in artifacts)
    base = run["originalUriBaseIds"]["SRCROOT"]["uri"]
    for artifact in artifacts:
        address = urljoin(base, artifact["uri"])
        assert address.startswith("file:///")
        assert os.path.isfile(unquote_to_bytes(address.removeprefix("file://")))


def unquoted(uri: str) -> str:
    """The characters of a URI that are not escapes."""
    head, *rest = uri.split("%")
    return head + "".join(part[2:] for part in rest)


def test_a_file_outside_has_an_absolute_uri() -> None:
    run = only_run(sarif.render([report_of("/elsewhere/a b.py", FINDING)], {}))
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///elsewhere/a%20b.py"}


def test_regions_count_code_points_from_one(run: Object) -> None:
    result = of(run, PLAIN, "CEL201")
    region = result["locations"][0]["physicalLocation"]["region"]
    line = '    größe = "🐇"; self.retry(countdown=order_id)'
    assert (region["startLine"], region["endLine"]) == (8, 8)
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "self.retry"
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "charge"}]


def of(run: Object, path: str, code: str) -> Object:
    """The first result of a code in a file."""
    return next(
        result
        for result in run["results"]
        if result["ruleId"] == code
        and unquote_to_bytes(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]).decode() == path
    )


def test_fingerprints_tell_results_apart_and_stay(tmp_path: Path) -> None:
    folder = lay_out(tmp_path)
    before = fingerprints(only_run(check(folder, "--output-format", "sarif").out))
    assert len(before) == len(set(before)) > 10
    for path in (folder / "plain.py", folder / ODD_FOLDER / "tasks|#?.py"):
        path.write_text("# A line more.\n" + path.read_text())
    assert fingerprints(only_run(check(folder, "--output-format", "sarif").out)) == before


def fingerprints(run: Object) -> list[str]:
    return [result["partialFingerprints"]["celerylint/v1"] for result in run["results"]]


def test_what_a_comment_suppresses_is_told_with_its_reason(run: Object) -> None:
    (suppression,) = of(run, PLAIN, "CEL202")["suppressions"]
    assert suppression["kind"] == "inSource"
    assert "the team knows" in suppression["justification"]
    assert of(run, PLAIN, "CEL201")["suppressions"] == []


def test_a_real_baseline_and_real_changes_are_told(tmp_path: Path) -> None:
    folder = lay_out(tmp_path)
    (folder / "broken.py").unlink()
    every = ["--select", "CEL201,CEL401,CEL202", "--no-cache"]
    assert run_module("celerylint", "baseline", "create", *every, cwd=folder).code == 0
    path = folder / "plain.py"
    path.write_text(path.read_text() + "    asyncio.run(fetch(2))\n")
    done = check(folder, *every, "--output-format", "sarif")
    assert done.code == 1
    results = only_run(done.out)["results"]
    told = {(each["baselineState"], *(one["kind"] for one in each["suppressions"])) for each in results}
    assert told == {("new",), ("new", "inSource"), ("unchanged", "external")}
    (new,) = (each for each in results if each["baselineState"] == "new" and not each["suppressions"])
    assert new["locations"][0]["physicalLocation"]["region"]["startLine"] == 27
    for name in set(FORMATS) - {"sarif"}:
        assert check(folder, *every, "--output-format", name).out.count("CEL401") < 4, f"{name}: what is new"


def test_what_the_baseline_holds_is_told() -> None:
    report = report_of("a.py", FINDING, OTHER)
    old = report.results[0]._replace(suppression=Suppression("external", "later"), baseline="unchanged")
    new = report.results[1]._replace(baseline="new")
    first, second = only_run(sarif.render([report._replace(results=[old, new])], {}))["results"]
    assert (first["baselineState"], second["baselineState"]) == ("unchanged", "new")
    assert first["suppressions"] == [{"kind": "external", "justification": "later"}]


def test_what_stands_on_other_lines_than_were_changed_is_no_result() -> None:
    report = report_of("a.py", FINDING, OTHER)
    old = report.results[0]._replace(is_changed=False)
    run = only_run(sarif.render([report._replace(results=[old, report.results[1]])], {}))
    assert [result["ruleId"] for result in run["results"]] == ["CEL202"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["CEL202"]


def test_a_fix_is_a_set_of_replacements_that_mends_the_file(tmp_path: Path) -> None:
    folder = lay_out(tmp_path)
    result = of(only_run(check(folder, "--select", "CEL201", "--output-format", "sarif").out), PLAIN, "CEL201")
    (fix,) = result["fixes"]
    assert "--unsafe-fixes" in fix["description"]["text"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == result["locations"][0]["physicalLocation"]["artifactLocation"]
    path = folder / "plain.py"
    path.write_text(edited(path.read_text(), change["replacements"]))
    assert "def charge(self, order_id):" in path.read_text()
    assert "CEL201" not in check(folder, "plain.py").out


def edited(text: str, replacements: list[Mapping[str, Any]]) -> str:
    lines = text.splitlines(keepends=True)
    for each in sorted(replacements, key=lambda each: -each["deletedRegion"]["startLine"]):
        region = each["deletedRegion"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        new = line[: region["startColumn"] - 1] + each["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
        lines[region["startLine"] - 1] = new
    return "".join(lines)


def test_what_could_not_be_checked_is_a_notification(run: Object) -> None:
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["level"] == "error"
    assert notification["message"]["text"] == "syntax error: invalid syntax"
    place = notification["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "backend/broken.py", "uriBaseId": "SRCROOT"}
    assert place["region"] == {"startLine": 2, "startColumn": 12}


def test_a_run_without_findings_is_a_run() -> None:
    run = only_run(sarif.render([], {}))
    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is True
