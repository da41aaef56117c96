"""Comments that suppress nothing or give no reason: CEL001 and CEL002."""

from __future__ import annotations

import importlib
import json

import pytest

from celerylint.linter.catalogue import entry_named, own_entries
from tests.folder import Folder
from tests.processes import run_module
from tests.test_cli import MIXED, UNBOUND

CALL = "    self.retry(countdown=order_id)"
UNUSED = ("--extend-select", "unused-suppression")
HERE = "suppresses nothing here; remove it"
OFF = "suppresses nothing: the rule is off for this file; remove it"


def judged(folder: Folder, text: str, *options: str) -> list[str]:
    """Place, code and message of what is said of comments."""
    folder.write("jobs.py", text)
    outcome = folder.check(*(options or UNUSED))
    assert outcome.code == bool(outcome.out), outcome.err
    return [line.removeprefix("jobs.py:") for line in outcome.out.splitlines() if " CEL00" in line]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# noqa: CEL201", []),
        ("# noqa: CEL2", []),
        ("# noqa", []),
        ("# noqa: E501", []),
        ("# noqa: E501, W291  once CEL105", []),
        ("# noqa: CELERY5", []),
        ("# noqa: CEL105", ["6:45: CEL001 `CEL105` suppresses nothing here; remove it"]),
        ("# noqa: CEL201, CEL105, E501", ["6:53: CEL001 `CEL105` suppresses nothing here; remove it"]),
        ("# noqa: CEL1", ["6:45: CEL001 `CEL1` suppresses nothing here; remove it"]),
        ("# noqa: CEL202", [f"6:45: CEL001 `CEL202` {OFF}"]),
        ("# noqa: CEL999", ["6:45: CEL001 `CEL999` suppresses nothing: there is no such rule; remove it"]),
        ("# noqa: cel201", ["6:45: CEL001 `cel201` suppresses nothing: codes are written in capitals; remove it"]),
        ("#  noqa: CEL105", []),
    ],
)
def test_noqa(comment: str, said: list[str], folder: Folder) -> None:
    assert judged(folder, UNBOUND.replace(CALL, f"{CALL}  {comment}")) == said
    assert judged(folder, UNBOUND.replace(CALL, f"{CALL}  {comment}"), "--quiet") == []


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# celerylint: disable-file", []),
        ("# celerylint: disable-file=CEL201, unknown-task-option", []),
        ("# celerylint: disable-file=CEL202", [f"1:28: CEL001 `CEL202` {OFF}"]),
        ("# celerylint: disable-file=CEL201,CEL503 -- generated", [f"1:35: CEL001 `CEL503` {HERE}"]),
        (
            "# celerylint: disable-file=nope",
            ["1:28: CEL001 `nope` suppresses nothing: there is no such rule; remove it"],
        ),
    ],
)
def test_disable_file(comment: str, said: list[str], folder: Folder) -> None:
    assert judged(folder, f"{comment}\n{MIXED}") == said


def test_a_file_without_a_word_of_celery_or_a_finding_is_judged(folder: Folder) -> None:
    said = judged(folder, "# celerylint: disable-file\nx = 1  # noqa: CEL201\n")
    assert said == [
        "1:1: CEL001 `disable-file` suppresses nothing in this file; remove it",
        f"2:16: CEL001 `CEL201` {HERE}",
    ]


def test_what_stands_in_a_string_is_no_comment(folder: Folder) -> None:
    assert judged(folder, 'x = "# noqa: CEL201"\ny = """\n# celerylint: disable-file\n# noqa: CEL201\n"""\n') == []


def test_a_comment_speaks_for_all_lines_of_its_unit(folder: Folder) -> None:
    text = UNBOUND.replace(CALL, '    self.retry(x="""\n    é""", y=\\\n5)  # noqa: CEL201, CEL105')
    assert judged(folder, text) == [f"8:21: CEL001 `CEL105` {HERE}"]
    text = UNBOUND.replace(CALL, "    self.retry(\n    x=5)  # noqa: CEL201")
    assert judged(folder, text) == [f"7:19: CEL001 `CEL201` {HERE}"], "the closing line of a call is not the call's"


def test_it_is_off_unless_it_is_selected(folder: Folder) -> None:
    text = UNBOUND.replace(CALL, f"{CALL}  # noqa: CEL201, CEL105")
    for options in (
        ["--profile", "strict"],
        ["--select", "CEL"],
        ["--ignore", "CEL0"],
        [*UNUSED, "--ignore", "CEL001"],
    ):
        assert judged(folder, text, *options) == []
    for options in (["--profile", "all"], ["--select", "CEL0"], ["--select", "CEL001,CEL201"]):
        assert any("CEL001" in line for line in judged(folder, text, *options))


def test_per_file_ignores_and_the_whole_file_switch_it_off_and_a_comment_does_not(folder: Folder) -> None:
    text = "x = 1  # noqa: CEL201, CEL001\n"
    assert judged(folder, text) == [f"1:16: CEL001 `CEL201` {HERE}", f"1:24: CEL001 `CEL001` {HERE}"]
    folder.write("pyproject.toml", "[tool.celerylint]\nper-file-ignores = {'jobs.py' = ['CEL001']}\n")
    assert judged(folder, text) == []


def test_in_test_files_most_rules_are_off(folder: Folder) -> None:
    folder.write("tests/test_jobs.py", UNBOUND.replace(CALL, f"{CALL}  # noqa: CEL201"))
    assert folder.check(*UNUSED).out == f"tests/test_jobs.py:6:45: CEL001 `CEL201` {OFF}\n"


def test_a_reason_is_required(folder: Folder) -> None:
    folder.write("pyproject.toml", "[tool.celerylint]\nrequire-reason = true\n")
    lines = {
        "# noqa: CEL201": "6:37: CEL002 `CEL201` is suppressed without a reason; write it after the code",
        "# noqa: E501,CEL201,CEL105": "6:37: CEL002 `CEL201`, `CEL105` are suppressed without a reason; "
        "write it after the code",
        "# noqa: CEL201  the app binds it": "",
        "# noqa: CEL201 - the app binds it": "",
        "# noqa: E501": "",
        "# noqa": "",
    }
    for comment, said in lines.items():
        found = judged(folder, UNBOUND.replace(CALL, f"{CALL}  {comment}"), "-q")
        assert found == ([said] if said else []), comment
    file = {
        "# celerylint: disable-file": "1:1: CEL002 this file is suppressed without a reason; write it after ` -- `",
        "# celerylint: disable-file=CEL201": "1:1: CEL002 `CEL201` is suppressed without a reason; "
        "write it after ` -- `",
        "# celerylint: disable-file -- generated": "",
        "# celerylint: disable-file=CEL201 --generated": "",
    }
    for comment, said in file.items():
        assert judged(folder, f"{comment}\n{UNBOUND}", "-q") == ([said] if said else []), comment
    assert judged(folder, UNBOUND.replace(CALL, f"{CALL}  # noqa: CEL201"), "--ignore", "CEL002") == []


IGNORES = """\
[tool.celerylint]
extend-select = ["unused-suppression"]

[tool.celerylint.per-file-ignores]
"scripts/*" = ["CEL201", "CEL5", "CEL401"]
'gone/*' = ["retry-without-bind"]
"tests/*" = ["CEL9"]
"""


def test_ignores_of_the_settings_that_ignore_nothing(folder: Folder) -> None:
    folder.write("pyproject.toml", IGNORES)
    folder.write("scripts/jobs.py", UNBOUND)
    folder.write("jobs.py", "x = 1\n")
    said = [
        "pyproject.toml:5:1: CEL001 `CEL5` suppresses nothing in files that match `scripts/*`; remove it",
        "pyproject.toml:6:1: CEL001 `retry-without-bind` suppresses nothing: no file matches `gone/*`; remove it",
        "pyproject.toml:7:1: CEL001 `CEL9` suppresses nothing: no file matches `tests/*`; remove it",
    ]
    outcome = folder.check()
    assert outcome.out.splitlines() == said, "of a rule that is off, nothing is known"
    assert outcome.err == "celerylint: 3 findings in 1 of 3 files\n"
    assert folder.check("-j2").out == outcome.out
    assert folder.check("..", cwd="scripts").out.count("CEL001") == 3
    assert folder.check("scripts").code == 0, "not all files were looked at"
    assert folder.check("--ignore", "CEL001").code == 0
    assert len(json.loads(folder.check("--output-format", "json").out)) == 3
    folder("baseline", "create")
    assert folder.check("--strict-baseline").code == 0
    folder.replace("pyproject.toml", '"CEL5", ', "")
    assert folder.check("--strict-baseline").code == 1
    folder.write("scripts/broken.py", "from celery import (\n")
    assert "CEL001" not in folder.check("--no-baseline").out


def test_ignores_that_are_inherited_are_not_judged(folder: Folder) -> None:
    folder.write("pyproject.toml", IGNORES.replace("scripts/", "app/scripts/").partition("'gone")[0])
    folder.write("app/pyproject.toml", "[tool.celerylint]\nextend = '../pyproject.toml'\n")
    folder.write("app/scripts/jobs.py", "x = 1\n")
    folder.write("lib/scripts/jobs.py", "x = 1\n")
    assert folder.check().code == 0, "another file that extends this one may need them"
    folder.write("app/pyproject.toml", "")
    assert folder.check().out.count("CEL001") == 2


def test_what_the_settings_ignore_stays_ignored(folder: Folder) -> None:
    folder.write("pyproject.toml", IGNORES.partition("'gone")[0].replace('"CEL5", ', ""))
    folder.write("scripts/jobs.py", f"{UNBOUND}\n\n@shared_task(max_retry=3)\ndef f(): ...\n")
    assert [line.split()[1] for line in folder.check().out.splitlines()] == ["CEL105"]


def test_they_are_findings_like_others(folder: Folder) -> None:
    """Counted, in every format, and held by a baseline."""
    judged(folder, UNBOUND.replace(CALL, f"{CALL}  # noqa: CEL105"))
    outcome = folder.check(*UNUSED, "--output-format", "json", "--statistics")
    codes = [each["code"] for each in json.loads(outcome.out)]
    assert codes == ["CEL201", "CEL001"]
    assert "1 CEL001 unused-suppression" in outcome.err
    assert folder.check(*UNUSED, "--fail-on", "warning", "--ignore", "CEL201").code == 0
    folder("baseline", "create", *UNUSED)
    assert folder.check(*UNUSED).code == 0


def test_flake8_and_pylint_are_left_to_themselves(folder: Folder) -> None:
    """They have their own ways to find such comments."""
    folder.write("pyproject.toml", "[tool.celerylint]\nrequire-reason = true\nextend-select = ['CEL001']\n")
    folder.write("jobs.py", "from celery import shared_task  # noqa: CEL201\n")
    assert folder.check().out.count("\n") == 2
    assert "CEL" not in run_module("flake8", "--isolated", "jobs.py", cwd=folder.root).out
    pylint = ("--load-plugins=celerylint.pylint", "--disable=all", "--enable=celery", "--persistent=n", "jobs.py")
    assert "suppress" not in run_module("pylint", *pylint, cwd=folder.root).out


def test_the_two_rules_are_rules(folder: Folder) -> None:
    for own in own_entries():
        rule = own.rule
        assert (rule.code, rule.name, rule.severity, rule.profile) == (own.code, own.name, own.severity, own.profile)
        assert entry_named(own.name) is entry_named(own.code) is own
        outcome = folder("explain", own.code)
        assert outcome.code == 0
        assert (importlib.import_module(own.module).__doc__ or "").strip() in outcome.out
        assert "where it is selected" in outcome.out
