"""One file checked."""

from __future__ import annotations

import ast
import gc

import pytest

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.core.settings import Settings
from celerylint.core.span import Span
from celerylint.facts.task import Task
from celerylint.linter.catalogue import all_rules, rule_named
from celerylint.linter.check import (
    check,
    is_test_file,
    matches_glob,
    may_concern,
    may_concern_bytes,
    rules_for,
)
from celerylint.syntax.index import Index
from celerylint.syntax.source import parse
from tests.build import PATH
from tests.corpus import cases

TEXT = "from celery import shared_task\n@shared_task\nasync def b(self): ...\n@shared_task\nasync def a(self): ...\n"


def rule(code: int, spans: list[Span], fails: bool = False) -> Rule:
    """A rule that reports the given places for every task."""
    made = Rule(f"rules.series.rule_{code}", code=code, message="m", severity=Severity.NOTE, profile=Profile.PACK)

    @made.check(Task)
    def function(task: Task) -> Findings:
        for span in spans:
            yield made.at(span, f"seen for {task.name}")
        if fails:
            raise LookupError("broken\n  by design " + "x" * 500)

    return made


def test_findings_are_sorted_and_one_for_each_place() -> None:
    first, second, third = Span(1, 4, 1, 5), Span(1, 9, 1, 12), Span(2, 0, 2, 1)
    rules = [rule(902, [third, first]), rule(901, [second, first, second])]
    findings, failures = check(PATH, TEXT, parse(TEXT), Settings(), rules)
    assert [(finding.span, finding.code) for finding in findings] == [
        (first, "CEL901"),
        (first, "CEL902"),
        (second, "CEL901"),
        (third, "CEL902"),
    ]
    assert {finding.message for finding in findings} == {"seen for b"}
    assert failures == []


def test_a_rule_that_fails_is_named_and_stops_no_other() -> None:
    place = Span(1, 0, 1, 1)
    rules = [rule(901, [place], fails=True), rule(902, [place])]
    findings, failures = check(PATH, TEXT, parse(TEXT), Settings(), rules)
    assert [finding.code for finding in findings] == ["CEL901", "CEL902"]
    (failure,) = failures
    assert failure.startswith("internal error in CEL901 rule-901: LookupError: broken by design x")
    assert "\n" not in failure
    assert len(failure) < 300


def test_a_file_without_rules_has_no_findings() -> None:
    assert check(PATH, TEXT, parse(TEXT), Settings(), []) == ([], [])
    assert check(PATH, "", parse(""), Settings(), all_rules()) == ([], [])


@pytest.mark.parametrize(
    ("text", "concerns"),
    [
        ("from celery import shared_task", True),
        ("import Celery", True),
        ("CELERY_BEAT_SCHEDULE = {}", True),
        ("@app.task()\ndef f(): ...", True),
        ("@app.task\ndef f(): ...", True),
        ("@app.tasks\ndef f(): ...", False),
        ("import flask", False),
        ("", False),
    ],
)
def test_a_file_without_a_word_of_celery_is_left_out(text: str, concerns: bool) -> None:
    assert may_concern(text, Settings()) is concerns
    assert may_concern_bytes(text.encode(), Settings()) is concerns


@pytest.mark.parametrize("word", ["audited_job", "lib.audited_job", "*audited_job", "audited_job*", "lib.audited_job*"])
def test_the_words_of_the_settings_concern_a_file(word: str) -> None:
    settings = Settings(task_decorators=(word,), task_bases=("lib.BaseJob",))
    assert may_concern("@audited_job\ndef f(): ...", settings)
    assert may_concern_bytes(b"class A(BaseJob): ...", settings)
    assert not may_concern("@other\ndef f(): ...", settings)


@pytest.mark.parametrize(
    ("path", "is_test"),
    [
        ("tests/unit/jobs.py", True),
        ("app/test/jobs.py", True),
        ("app/test_jobs.py", True),
        ("app/jobs_test.py", True),
        ("conftest.py", True),
        ("app\\tests\\jobs.py", True),
        ("app/jobs.py", False),
        ("app/contest.py", False),
        ("app/latest/jobs.py", False),
        ("app/testing.py", False),
        ("app/test_data.json", False),
    ],
)
def test_files_of_tests_are_known_by_their_path(path: str, is_test: bool) -> None:
    assert is_test_file(path) is is_test
    assert all(rule.code.startswith("CEL9") for rule in rules_for(path, Settings())) is is_test


@pytest.mark.parametrize(
    ("path", "pattern", "matches"),
    [
        ("app/legacy/jobs.py", "app/legacy", True),
        ("app/legacy/jobs.py", "app/legacy/", True),
        ("app/legacy/jobs.py", "./app/legacy/*", True),
        ("app/legacy/jobs.py", "legacy", True),
        ("app/legacy/jobs.py", "jobs.py", True),
        ("app/legacy/jobs.py", "*.py", True),
        ("app/legacy/jobs.py", "**/jobs.py", True),
        ("app/legacy/jobs.py", "legacy/jobs.py", False),
        ("app/legacy2/jobs.py", "legacy", False),
        ("app/jobs.py", "job", False),
    ],
)
def test_globs(path: str, pattern: str, matches: bool) -> None:
    assert matches_glob(path, pattern) is matches


def test_rules_may_be_off_in_some_files() -> None:
    settings = Settings(per_file_ignores=(("legacy/*", ("CEL1", "crontab-missing-minute")), ("old.py", ("CEL",))))
    on = {rule.code for rule in rules_for("app/jobs.py", settings)}
    assert {rule.code for rule in rules_for("legacy/jobs.py", settings)} == {
        code for code in on if not code.startswith("CEL1") and code != "CEL701"
    }
    assert rules_for("old.py", settings) == ()
    assert {rule.code for rule in rules_for("legacy/jobs.py", settings, per_file=False)} == on


def test_rules_are_found_by_code_and_by_name() -> None:
    found = rule_named("cel101")
    assert found is not None
    assert found is rule_named(" Async-Task ")
    assert rule_named("CEL1") is None
    assert rule_named("async") is None


def test_checking_leaves_nothing_for_the_collector() -> None:
    """The command line pauses it, so what a file needed must go when the file is done."""
    texts = [case.path.read_text() for case in cases() if case.is_bad]
    rules = rules_for("jobs.py", Settings())
    check("jobs.py", texts[0], parse(texts[0]), Settings(), rules)
    gc.collect()
    gc.disable()
    try:
        for text in texts:
            check("jobs.py", text, parse(text), Settings(), rules)
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        assert [each for each in gc.garbage if isinstance(each, (ast.AST, Index))] == []
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
