"""Every case of the corpus, through every host."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from celerylint.core.rule import Severity
from celerylint.core.settings import Settings
from celerylint.linter.catalogue import all_rules, rule_named
from celerylint.linter.check import check, project_around
from celerylint.syntax.source import parse
from tests.corpus import CORPUS, HOSTS, Case, Places, cases, fits

# What a project says of itself; the other settings say what it wants to hear.
CHOICES = {
    *("extend", "select", "extend_select", "ignore", "profile", "conventions"),
    *("exclude", "per_file_ignores", "require_reason"),
}
ALL = cases()


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)
def test_case(case: Case, host: str, corpus_reports: dict[str, Places]) -> None:
    """A bad case has exactly the findings of its own rule that it declares; a good one has none of its own rule and
    none of any ERROR rule."""
    places = corpus_reports[host].get(case.id, [])
    own = [(place.line, place.code) for place in places if place.code == case.rule.code]
    expected = [(wanted.line, wanted.code) for wanted in case.expectations if wanted.code == case.rule.code]
    assert own == expected
    others = [(wanted.line, wanted.code) for wanted in case.expectations if wanted.code != case.rule.code]
    assert set(others) <= {(place.line, place.code) for place in places}
    if not case.is_bad:
        assert not [place for place in places if _is_error(place.code)]


@pytest.mark.parametrize("case", [case for case in ALL if case.is_bad], ids=lambda case: case.id)
def test_place(case: Case, tmp_path: Path) -> None:
    """The source under each finding is the text that the case declares."""
    from celerylint.hosts.settings_table import settings_from

    settings = settings_from(_table(case), "case")
    text, path, project = case.text, str(case.place), None
    if case.project:
        shutil.copytree(case.project, tmp_path, dirs_exist_ok=True)
        (tmp_path / "pyproject.toml").touch()
        path = str(tmp_path / case.path.relative_to(case.project))
        project = project_around(path, settings, cache="")
    findings = check(path, text, parse(text), settings, [case.rule], project).findings
    under = [case.source_under(finding.span) for finding in findings]
    wanted = [expected.text for expected in case.expectations if expected.code == case.rule.code]
    assert len(under) == len(wanted)
    for actual, expected in zip(under, wanted, strict=True):
        assert fits(expected, actual), f"{expected!r} is not {actual!r}"


def _table(case: Case) -> object:
    import sys

    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return tomllib.loads(case.pyproject())["tool"]["celerylint"]


def _is_error(code: str) -> bool:
    rule = rule_named(code)
    return rule is None or rule.severity is Severity.ERROR


def test_hosts_agree(corpus_reports: dict[str, Places]) -> None:
    """flake8, pylint and the command line report the same lines, columns, codes and messages."""
    command_line = corpus_reports["cli"]
    assert command_line
    for host in ("flake8", "pylint"):
        assert corpus_reports[host] == command_line, host


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_enough_cases(rule: object) -> None:
    """A rule has two bad cases, a good pair, and two near-misses."""
    own = [case for case in ALL if case.rule is rule]
    bad = {case.name.removeprefix("bad_") for case in own if case.name.startswith("bad_")}
    good = {case.name.removeprefix("good_") for case in own if case.name.startswith("good_")}
    near = [name for name in good if name.startswith("near_")]
    assert len(bad) >= 2
    assert bad & good, "no bad case has a good one of the same name"
    assert len(good) >= 3
    assert len(near) >= 2
    found = {case.name for case in own if case.expectations}
    assert found == {case.name for case in own if case.name.startswith("bad_")}


@pytest.mark.parametrize("name", sorted(set(Settings._fields) - CHOICES))
def test_the_words_of_a_project_are_used_by_a_case(name: str) -> None:
    """Each setting that holds words of a project, and the pool, is what some case depends on."""
    key = name.replace("_", "-")
    assert any(re.search(rf"^# settings:.*\b{key} =", case.path.read_text(), re.MULTILINE) for case in ALL), key


def test_no_stray_files() -> None:
    """Every file of the corpus is a case of a rule, or what becomes of one."""
    known = {case.path for case in ALL} | {case.golden for case in ALL if case.is_bad}
    for path in CORPUS.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts and "guides" not in path.parts:
            assert path in known, path
            assert path.relative_to(CORPUS).parts[1].startswith(("bad_", "good_")), path
