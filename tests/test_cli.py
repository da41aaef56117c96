"""`celerylint`: every option, exit code and stream that the contract names."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

from celerylint import __version__
from celerylint.core.packs import PACKS
from celerylint.hosts.cli import FORMATS, main
from celerylint.linter.catalogue import all_rules, rule_named
from celerylint.linter.check import _Plan
from celerylint.linter.ledger import ledger
from tests.processes import clean_environment, run

UNBOUND = """\
from celery import shared_task


@shared_task
def send(order_id):
    self.retry(countdown=order_id)
"""
"""One finding: CEL201 at 6:5."""

UNBOUND_MESSAGE = (
    "`self.retry` in `send`, which is not bound: `self` is not the task; "
    "give the decorator `bind=True` and the function a `self`"
)

MIXED = """\
import asyncio

from celery import shared_task


@shared_task(max_retry=3)
def charge(order_id):
    self.retry(countdown=order_id)


@shared_task(bind=True)
def refund(self, order_id):
    self.retry(countdown=order_id)


@shared_task
def sync(order_id):
    asyncio.run(fetch(order_id))
"""
"""A warning (CEL105), an error (CEL201), a strict note (CEL202) and a convention's rule (CEL401), in this order. Other
rules that are off by default have something to say of it as well."""
SHOWN = ("CEL105", "CEL201", "CEL202", "CEL401")

BROKEN = "from celery import shared_task\ndef broken(:\n"
NO_FINDING = "from celery import shared_task\n"


class Outcome(NamedTuple):
    """What a run left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def codes(self) -> list[str]:
        """The codes of a text report, in its order."""
        return [line.split(": ", 1)[1].split()[0] for line in self.out.splitlines()]

    @property
    def complaints(self) -> list[str]:
        """The lines of standard error, the last one (the summary) left out."""
        return self.err.splitlines()[:-1]


def celerylint(*arguments: str, cwd: Path, stdin: str | bytes = b"", **variables: str) -> Outcome:
    """Run the command line; a warning of Python is an error."""
    command = [sys.executable, "-m", "celerylint", *arguments]
    return Outcome(*run(command, cwd, text=stdin, more=environment(**variables)))


def environment(**variables: str) -> dict[str, str]:
    """What the runs of these tests add to a clean environment."""
    return {"LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "error", "TERM": "xterm", **variables}


def write(root: Path, files: dict[str, str]) -> Path:
    """Write files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def assert_refused(outcome: Outcome, message: str) -> None:
    """A usage or settings error: exit 2, one line, nothing on standard output."""
    assert outcome == (2, "", f"celerylint: {message}\n")


# --- reports


def test_text_is_one_line_a_finding(tmp_path: Path) -> None:
    write(tmp_path, {"jobs.py": UNBOUND})
    outcome = celerylint("check", cwd=tmp_path)
    assert outcome == (1, f"jobs.py:6:5: CEL201 {UNBOUND_MESSAGE}\n", "celerylint: 1 finding in 1 of 1 files\n")


def test_json_is_one_array_of_objects(tmp_path: Path) -> None:
    write(tmp_path, {"app/jobs.py": UNBOUND})
    outcome = celerylint("check", "--output-format", "json", cwd=tmp_path)
    assert outcome.code == 1
    assert json.loads(outcome.out) == [
        {
            "code": "CEL201",
            "name": "retry-without-bind",
            "message": UNBOUND_MESSAGE,
            "severity": "error",
            "path": "app/jobs.py",
            "line": 6,
            "column": 5,
            "end_line": 6,
            "end_column": 15,
            "fix": {
                "safety": "unsafe",
                "edits": [
                    {"line": 4, "column": 13, "end_line": 4, "end_column": 13, "text": "(bind=True)"},
                    {"line": 5, "column": 10, "end_line": 5, "end_column": 10, "text": "self, "},
                ],
            },
            "url": "https://celerylint.readthedocs.io/en/latest/rules/retry-without-bind/",
        }
    ]


def test_json_keys_come_in_the_order_of_the_contract(tmp_path: Path) -> None:
    write(tmp_path, {"jobs.py": UNBOUND})
    (finding,) = json.loads(celerylint("check", "--output-format", "json", cwd=tmp_path).out)
    assert list(finding) == "code name message severity path line column end_line end_column fix url".split()


def test_json_of_nothing_is_an_empty_array(tmp_path: Path) -> None:
    outcome = celerylint("check", "--output-format", "json", cwd=tmp_path)
    assert outcome == (0, "[]\n", "celerylint: 0 findings in 0 of 0 files\n")


def test_json_names_each_severity(tmp_path: Path) -> None:
    write(tmp_path, {"mixed.py": MIXED})
    outcome = celerylint("check", "--output-format", "json", "--profile", "all", cwd=tmp_path)
    findings = json.loads(outcome.out)
    severities = [(finding["code"], finding["severity"]) for finding in findings if finding["code"] in SHOWN]
    assert severities == [("CEL105", "warning"), ("CEL201", "error"), ("CEL202", "note"), ("CEL401", "warning")]


def test_columns_count_code_points(tmp_path: Path) -> None:
    line = '    label = "é🐇"; self.retry(countdown=order_id)'
    write(tmp_path, {"jobs.py": UNBOUND.replace("    self.retry(countdown=order_id)", line)})
    (finding,) = json.loads(celerylint("check", "--output-format", "json", cwd=tmp_path).out)
    assert line[finding["column"] - 1 : finding["end_column"] - 1] == "self.retry"
    assert celerylint("check", cwd=tmp_path).out.startswith("jobs.py:6:19: ")


def test_json_is_whole_when_files_could_not_be_read(tmp_path: Path) -> None:
    write(tmp_path, {"broken.py": BROKEN, "jobs.py": UNBOUND})
    outcome = celerylint("check", "--output-format", "json", ".", "missing.py", cwd=tmp_path)
    assert outcome.code == 2
    assert [finding["path"] for finding in json.loads(outcome.out)] == ["jobs.py"]


def test_findings_are_sorted_by_path_row_and_column(tmp_path: Path) -> None:
    two_on_a_line = UNBOUND.replace("@shared_task\n", '@shared_task(rate_limit="1/d", max_retry=3)\n')
    write(tmp_path, {"b.py": two_on_a_line, "a/z.py": UNBOUND, "a.py": UNBOUND, "B.py": UNBOUND, "c/b/a.py": UNBOUND})
    lines = celerylint("check", "c", "b.py", ".", cwd=tmp_path).out.splitlines()
    places = [(path, int(row), int(column)) for path, row, column, _ in (line.split(":", 3) for line in lines)]
    assert places == sorted(places)
    assert [place[0] for place in places] == ["B.py", "a.py", "a/z.py", "b.py", "b.py", "b.py", "c/b/a.py"]


@pytest.mark.parametrize("report", ["text", "json", "jsonl", "full"])
@pytest.mark.parametrize(
    ("argument", "shown"),
    [
        (".", "jobs.py"),
        ("./jobs.py", "jobs.py"),
        ("deep/../jobs.py", "jobs.py"),
        ("{absolute}/jobs.py", "jobs.py"),
        ("../outside.py", "{above}/outside.py"),
    ],
)
def test_paths_are_relative_to_the_working_directory(report: str, argument: str, shown: str, tmp_path: Path) -> None:
    """Without `./`; absolute outside it."""
    here = write(tmp_path / "here", {"jobs.py": UNBOUND, "deep/empty.py": ""})
    write(tmp_path, {"outside.py": UNBOUND})
    outcome = celerylint("check", argument.format(absolute=here), "--output-format", report, cwd=here)
    if report in ("json", "jsonl"):
        (finding,) = json.loads(outcome.out if report == "json" else f"[{outcome.out}]")
        path = finding["path"]
    else:
        path = outcome.out.split(":")[0]
    assert path == shown.format(above=tmp_path)


def test_a_terminal_that_knows_only_ascii_gets_escapes(tmp_path: Path) -> None:
    write(tmp_path, {"jobs.py": UNBOUND.replace("send", "größe"), "größe.py": UNBOUND})
    outcome = celerylint("check", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert outcome.code == 1
    assert "`gr\\xf6\\xdfe`" in outcome.out
    assert "gr\\xf6\\xdfe.py:6:5: CEL201" in outcome.out


def test_source_text_in_a_message_cannot_steer_the_terminal(tmp_path: Path) -> None:
    source = 'from celery import shared_task\n\n\n@shared_task(rate_limit="5/\x1b[31mx")\ndef send():\n    pass\n'
    write(tmp_path, {"jobs.py": source})
    outcome = celerylint("check", cwd=tmp_path)
    assert outcome.codes == ["CEL707"]
    assert "\x1b" not in outcome.out


# --- exit codes


@pytest.mark.parametrize(
    ("files", "options", "code"),
    [
        ({}, [], 0),
        ({"clean.py": NO_FINDING}, [], 0),
        ({"jobs.py": UNBOUND}, [], 1),
        ({"jobs.py": UNBOUND}, ["--exit-zero"], 0),
        ({"broken.py": BROKEN}, [], 2),
        ({"broken.py": BROKEN}, ["--exit-zero"], 2),
        ({"broken.py": BROKEN, "jobs.py": UNBOUND}, [], 2),
        ({"broken.py": BROKEN, "jobs.py": UNBOUND}, ["--exit-zero"], 2),
        ({"jobs.py": UNBOUND}, [".", "missing.py"], 2),
    ],
)
def test_exit_code(files: dict[str, str], options: list[str], code: int, tmp_path: Path) -> None:
    write(tmp_path, files)
    assert celerylint("check", *options, cwd=tmp_path).code == code


@pytest.mark.parametrize(
    ("options", "found", "code"),
    [
        ("--fail-on note", "CEL105 CEL201", 1),
        ("--fail-on warning", "CEL105 CEL201", 1),
        ("--fail-on error", "CEL105 CEL201", 1),
        ("--fail-on error --select CEL105", "CEL105", 0),
        ("--fail-on warning --select CEL105", "CEL105", 1),
        ("--fail-on warning --select CEL202", "CEL202", 0),
        ("--fail-on note --select CEL202", "CEL202", 1),
        ("--fail-on note --select CEL202 --exit-zero", "CEL202", 0),
        ("--fail-on error --select CEL105 --statistics --quiet", "CEL105", 0),
        ("--fail-on error --select CEL105 missing.py .", "CEL105", 2),
        ("--fail-on error --select CEL105,CEL202 --fix", "CEL105", 0),
        ("--fail-on warning --select CEL202 --diff", "", 0),
        ("--fail-on error --select CEL504", "", 0),
    ],
)
def test_what_is_below_the_bar_is_shown_and_passes(options: str, found: str, code: int, tmp_path: Path) -> None:
    write(tmp_path, {"mixed.py": MIXED})
    outcome = celerylint("check", *options.split(), cwd=tmp_path)
    assert outcome.code == code
    assert (outcome.codes if "--diff" not in options else []) == found.split()


def test_the_bar_has_three_heights(tmp_path: Path) -> None:
    outcome = celerylint("check", "--fail-on", "fatal", cwd=tmp_path)
    assert outcome.code == 2
    assert "argument --fail-on: invalid choice: 'fatal'" in outcome.err
    assert celerylint("check", "--fail", "error", cwd=tmp_path).code == 2, "options are not abbreviated"


def test_what_failed_takes_nothing_from_what_was_found(tmp_path: Path) -> None:
    write(tmp_path, {"a_broken.py": BROKEN, "jobs.py": UNBOUND, "z/more.py": UNBOUND})
    outcome = celerylint("check", ".", "missing.py", cwd=tmp_path)
    assert outcome.code == 2
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == ["jobs.py", "z/more.py"]
    assert outcome.complaints == [
        "celerylint: a_broken.py:2:12: syntax error: invalid syntax",
        "celerylint: missing.py: No such file or directory",
    ]


@pytest.mark.parametrize("path", ["missing.py", "missing/folder", "jobs.py/inside.py", ""])
def test_no_such_path_is_named(path: str, tmp_path: Path) -> None:
    write(tmp_path, {"jobs.py": UNBOUND})
    outcome = celerylint("check", path, cwd=tmp_path)
    assert outcome.code == 2
    assert outcome.out == ""
    assert len(outcome.complaints) == 1
    named = path or '""'
    assert outcome.complaints[0].startswith(f"celerylint: {named}: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the following arguments are required: COMMAND (see `celerylint --help`)"),
        (["check", "--strict"], "unrecognized arguments: --strict (see `celerylint --help`)"),
        (
            ["check", "--output-format", "xml"],
            "argument --output-format: invalid choice: 'xml' (choose from {choices}) (see `celerylint check --help`)",
        ),
        (["explain"], "the following arguments are required: CODE|NAME (see `celerylint explain --help`)"),
        (["check", "--select"], "argument --select: expected one argument (see `celerylint check --help`)"),
        (["check", "-", "jobs.py"], "standard input (-) cannot be checked together with other paths"),
        (["check", "--config", "a.toml", "--isolated"], "--config and --isolated exclude each other"),
    ],
)
def test_usage_errors_are_one_line(arguments: list[str], message: str, tmp_path: Path) -> None:
    outcome = celerylint(*arguments, cwd=write(tmp_path, {"jobs.py": UNBOUND}))
    # Python 3.12 dropped the quotes around the choices.
    choices = ", ".join(map(repr, FORMATS) if "'text'" in outcome.err else FORMATS)
    assert_refused(outcome, message.format(choices=choices))


@pytest.mark.parametrize("command", ["chek", "--chek", "lint"])
def test_an_unknown_command_is_a_usage_error(command: str, tmp_path: Path) -> None:
    outcome = celerylint(command, cwd=write(tmp_path, {"jobs.py": UNBOUND}))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("celerylint: ")
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5"])
def test_jobs_is_a_number_from_one(number: str, tmp_path: Path) -> None:
    outcome = celerylint("check", f"--jobs={number}", cwd=write(tmp_path, {"jobs.py": UNBOUND}))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert outcome.err.startswith("celerylint: argument --jobs/-j: ")
    assert number in outcome.err
    assert "_jobs" not in outcome.err, "the name of a function of ours"


def test_an_internal_error_is_one_line_that_names_the_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the other rules and files go on."""
    write(tmp_path, {"also.py": MIXED, "mixed.py": MIXED, "jobs.py": UNBOUND})
    rule = rule_named("CEL105")
    assert rule is not None

    def fail(fact: object) -> NoReturn:
        raise LookupError("lost\nits way")

    monkeypatch.setattr(rule, "checks", [(kind, fail) for kind, _ in rule.checks])
    monkeypatch.setattr("celerylint.linter.check._plan", _Plan)
    monkeypatch.chdir(tmp_path)
    code = main(["check", "--isolated"])
    printed = capsys.readouterr()
    outcome = Outcome(code, printed.out, printed.err)
    assert outcome.code == 2
    assert outcome.codes == ["CEL201", "CEL201", "CEL201"]
    line = "internal error in CEL105 unknown-task-option: LookupError: lost its way"
    assert outcome.complaints == [f"celerylint: also.py: {line}", f"celerylint: mixed.py: {line}"]


def test_an_interrupted_run_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Interrupted:
        @property
        def buffer(self) -> NoReturn:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Interrupted())
    assert main(["check", "-"]) == 130
    assert capsys.readouterr() == ("", "celerylint: interrupted\n")


# --- which rules


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ("", "CEL105 CEL201"),
        ("--select CEL", "CEL105 CEL201"),
        ("--select CEL201", "CEL201"),
        ("--select cel201", "CEL201"),
        ("--select CEL2", "CEL201 CEL202"),
        ("--select CEL202", "CEL202"),
        ("--select retry-not-raised", "CEL202"),
        ("--select CEL105,retry-not-raised", "CEL105 CEL202"),
        ("--select CEL4", "CEL401"),
        ("--select CEL,CEL202", "CEL105 CEL201 CEL202"),
        ("--select CEL --profile strict", "CEL105 CEL201 CEL202"),
        ("--select CEL201 --conventions async-runner", "CEL201"),
        ("--extend-select CEL202", "CEL105 CEL201 CEL202"),
        ("--extend-select CEL", "CEL105 CEL201"),
        ("--extend-select CEL2,asyncio-run-in-task", "CEL105 CEL201 CEL202 CEL401"),
        ("--select CEL105 --extend-select CEL202", "CEL105 CEL202"),
        ("--ignore CEL2", "CEL105"),
        ("--ignore unknown-task-option", "CEL201"),
        ("--ignore CEL", ""),
        ("--select CEL2 --ignore CEL202", "CEL201"),
        ("--select CEL202 --ignore CEL2", "CEL202"),
        ("--select CEL202 --ignore CEL202", ""),
        ("--select CEL2 --ignore CEL2", ""),
        ("--select CEL1,CEL2 --ignore CEL20", "CEL105"),
        ("--ignore CEL --extend-select CEL20", "CEL201 CEL202"),
        ("--ignore CEL2 --extend-select CEL202", "CEL105 CEL202"),
        ("--profile recommended", "CEL105 CEL201"),
        ("--profile strict", "CEL105 CEL201 CEL202"),
        ("--profile all", "CEL105 CEL201 CEL202 CEL401"),
        ("--profile all --ignore CEL4,CEL1", "CEL201 CEL202"),
        ("--conventions async-runner", "CEL105 CEL201 CEL401"),
        ("--conventions task-definition,async-runner", "CEL105 CEL201 CEL401"),
        ("--conventions async-runner --ignore CEL401", "CEL105 CEL201"),
        ("--conventions async-runner --profile strict", "CEL105 CEL201 CEL202 CEL401"),
    ],
)
def test_selection(options: str, codes: str, tmp_path: Path) -> None:
    """The longer prefix wins, at equal length `--ignore`; `CEL` means the profile."""
    outcome = celerylint("check", *options.split(), cwd=write(tmp_path, {"mixed.py": MIXED}))
    assert [code for code in outcome.codes if code in SHOWN] == codes.split()
    assert outcome.code == bool(outcome.codes)


@pytest.mark.parametrize("option", ["--select", "--extend-select", "--ignore"])
@pytest.mark.parametrize(
    ("selector", "hint"),
    [
        ("retry-not-raise", "; did you mean 'retry-not-raised'?"),
        ("CEL7077", "; did you mean 'CEL707'?"),
        ("X605000", ""),
        ("C", ""),
    ],
)
def test_an_unknown_selector_is_refused(option: str, selector: str, hint: str, tmp_path: Path) -> None:
    """Even if there is nothing to check."""
    outcome = celerylint("check", option, f"CEL2,{selector}", cwd=tmp_path)
    assert_refused(outcome, f"unknown rule {selector!r}{hint}")


def test_an_unknown_convention_is_refused(tmp_path: Path) -> None:
    outcome = celerylint("check", "--conventions", "async-runer", cwd=write(tmp_path, {"mixed.py": MIXED}))
    known = ", ".join(PACKS)
    assert_refused(outcome, f"--conventions: expected one of {known}, not 'async-runer'; did you mean 'async-runner'?")


@pytest.mark.parametrize(
    ("settings", "options", "codes"),
    [
        ('profile = "strict"', "", "CEL105 CEL201 CEL202"),
        ('profile = "strict"', "--profile recommended", "CEL105 CEL201"),
        ('select = ["CEL202"]', "--select CEL105", "CEL105"),
        ('select = ["CEL202"]', "--extend-select CEL105", "CEL105 CEL202"),
        ('extend-select = ["CEL202"]', "--extend-select CEL401", "CEL105 CEL201 CEL202 CEL401"),
        ('ignore = ["CEL201"]', "--ignore CEL105", ""),
        ('ignore = ["CEL2"]', "--extend-select CEL202", "CEL105 CEL202"),
        ('conventions = ["async-runner"]', "--conventions queue-operations", "CEL105 CEL201 CEL401"),
        ('select = ["CEL202"]', "--isolated", "CEL105 CEL201"),
        ('select = ["CEL202"]', "--config other.toml", "CEL401"),
    ],
)
def test_options_stand_over_the_settings(settings: str, options: str, codes: str, tmp_path: Path) -> None:
    other = '[tool.celerylint]\nselect = ["CEL401"]\n'
    write(tmp_path, {"mixed.py": MIXED, "pyproject.toml": f"[tool.celerylint]\n{settings}\n", "other.toml": other})
    found = celerylint("check", *options.split(), cwd=tmp_path).codes
    assert [code for code in found if code in SHOWN] == codes.split()


# --- which settings and files


def test_config_holds_for_every_file(tmp_path: Path) -> None:
    """Whatever lies nearer; its globs are relative to its own folder."""
    table = "[tool.celerylint]\n"
    write(tmp_path, {"ours/settings.toml": f'{table}select = ["CEL202"]\nexclude = ["old"]\n'})
    nearer = {"app/pyproject.toml": f'{table}select = ["CEL105"]\n', "app/broken/pyproject.toml": f"{table}nonsense\n"}
    write(tmp_path, nearer | {f"{place}/mixed.py": MIXED for place in ("app", "app/broken", "ours/old", "ours/new")})
    outcome = celerylint("check", "--config", "ours/settings.toml", cwd=tmp_path)
    assert outcome.codes == ["CEL202"] * 3
    assert "ours/old" not in outcome.out


@pytest.mark.parametrize(
    ("name", "text", "cause"),
    [
        ("missing.toml", None, "missing.toml: No such file or directory"),
        ("folder", None, "folder: Is a directory"),
        ("bad.toml", "[tool.celerylint]\nselect = [\n", "bad.toml: not valid TOML: "),
        (
            "unknown.toml",
            "[tool.celerylint]\nselects = []\n",
            "unknown.toml: tool.celerylint.selects: unknown setting; did you mean 'select'?\n",
        ),
    ],
)
def test_a_config_that_cannot_be_used_is_refused(name: str, text: str | None, cause: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    write(tmp_path, {"jobs.py": UNBOUND} | ({name: text} if text else {}))
    outcome = celerylint("check", "--config", name, cwd=tmp_path)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert outcome.err.startswith(f"celerylint: {cause}")


def test_a_config_without_our_table_means_the_defaults(tmp_path: Path) -> None:
    ours = '[tool.celerylint]\nselect = ["CEL202"]\n'
    write(tmp_path, {"mixed.py": MIXED, "pyproject.toml": ours, "other.toml": "[tool.black]\n"})
    assert celerylint("check", "--config", "other.toml", cwd=tmp_path).codes == ["CEL105", "CEL201"]


def test_isolated_reads_no_settings_file(tmp_path: Path) -> None:
    write(tmp_path, {"mixed.py": MIXED, "pyproject.toml": "[tool.celerylint]\nnonsense = 1\n"})
    outcome = celerylint("check", "--isolated", cwd=tmp_path)
    assert outcome.codes == ["CEL105", "CEL201"]


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        ("", "app/jobs.py app/legacy/jobs.py jobs_pb2.py"),
        ("--exclude app", "jobs_pb2.py"),
        ("--exclude ./app/", "jobs_pb2.py"),
        ("--exclude app/legacy", "app/jobs.py jobs_pb2.py"),
        ("--exclude app/*", "jobs_pb2.py"),
        ("--exclude legacy", "app/jobs.py jobs_pb2.py"),
        ("--exclude *_pb2.py,legacy", "app/jobs.py"),
        ("--exclude app/legacy . app/legacy/jobs.py", "app/jobs.py app/legacy/jobs.py jobs_pb2.py"),
        ("--exclude app/legacy . app/legacy/jobs.py --force-exclude", "app/jobs.py jobs_pb2.py"),
        ("--exclude app/legacy app/legacy --force-exclude", ""),
    ],
)
def test_exclude(options: str, paths: str, tmp_path: Path) -> None:
    """An explicitly named file is checked even if excluded, unless `--force-exclude`."""
    write(tmp_path, {"app/jobs.py": UNBOUND, "app/legacy/jobs.py": UNBOUND, "jobs_pb2.py": UNBOUND})
    outcome = celerylint("check", *options.split(), cwd=tmp_path)
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == paths.split()


def test_exclude_is_relative_to_the_working_directory(tmp_path: Path) -> None:
    """However a path is written."""
    write(tmp_path, {"app/jobs.py": UNBOUND, "app/legacy/jobs.py": UNBOUND})
    for path in (str(tmp_path), "app/..", f"../{tmp_path.name}"):
        outcome = celerylint("check", path, "--exclude", "app/legacy", cwd=tmp_path)
        assert [line.split(":")[0] for line in outcome.out.splitlines()] == ["app/jobs.py"]


def test_force_exclude_goes_by_the_settings_file_too(tmp_path: Path) -> None:
    settings = '[tool.celerylint]\nexclude = ["legacy"]\n'
    write(tmp_path, {"legacy/jobs.py": UNBOUND, "pyproject.toml": settings})
    assert celerylint("check", "legacy/jobs.py", cwd=tmp_path).code == 1
    assert celerylint("check", "legacy/jobs.py", "--force-exclude", cwd=tmp_path).code == 0
    assert celerylint("check", cwd=tmp_path).code == 0


def test_several_paths_are_checked_each_file_once(tmp_path: Path) -> None:
    write(tmp_path, {"app/jobs.py": UNBOUND, "lib/jobs.py": UNBOUND, "other.py": UNBOUND})
    outcome = celerylint("check", "lib", "app/jobs.py", "app", "lib/jobs.py", cwd=tmp_path)
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == ["app/jobs.py", "lib/jobs.py"]
    assert outcome.err == "celerylint: 2 findings in 2 of 2 files\n"


def test_a_path_that_looks_like_an_option_follows_two_hyphens(tmp_path: Path) -> None:
    write(tmp_path, {"--quiet.py": UNBOUND})
    assert celerylint("check", "--", "--quiet.py", cwd=tmp_path).out.startswith("--quiet.py:6:5: CEL201 ")


# --- standard input


def test_stdin_is_named_stdin(tmp_path: Path) -> None:
    outcome = celerylint("check", "-", cwd=tmp_path, stdin=UNBOUND)
    assert outcome == (1, f"stdin:6:5: CEL201 {UNBOUND_MESSAGE}\n", "celerylint: 1 finding in 1 of 1 files\n")


def test_stdin_takes_the_name_that_it_is_given(tmp_path: Path) -> None:
    outcome = celerylint("check", "--stdin-filename", "./app/new.py", "-", cwd=tmp_path, stdin=UNBOUND)
    assert outcome.out == f"app/new.py:6:5: CEL201 {UNBOUND_MESSAGE}\n"


def test_the_name_of_stdin_decides_its_settings(tmp_path: Path) -> None:
    write(tmp_path, {"app/pyproject.toml": '[tool.celerylint]\nselect = ["CEL202"]\n'})
    for name, codes in {"app/deep/new.py": ["CEL202"], "new.py": ["CEL105", "CEL201"]}.items():
        assert celerylint("check", "-", "--stdin-filename", name, cwd=tmp_path, stdin=MIXED).codes == codes


def test_stdin_named_as_a_test_is_a_test(tmp_path: Path) -> None:
    outcome = celerylint("check", "--stdin-filename", "tests/test_jobs.py", "-", cwd=tmp_path, stdin=UNBOUND)
    assert outcome.code == 0


def test_stdin_named_as_an_excluded_file_is_left_out_by_force(tmp_path: Path) -> None:
    options = ["--exclude", "legacy", "--stdin-filename", "legacy/jobs.py", "-"]
    assert celerylint("check", *options, cwd=tmp_path, stdin=UNBOUND).code == 1
    assert celerylint("check", "--force-exclude", *options, cwd=tmp_path, stdin=UNBOUND).code == 0


@pytest.mark.parametrize(("name", "shown"), [([], "stdin"), (["--stdin-filename", "new.py"], "new.py")])
def test_a_syntax_error_on_stdin(name: list[str], shown: str, tmp_path: Path) -> None:
    outcome = celerylint("check", *name, "-", cwd=tmp_path, stdin=BROKEN)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.complaints == [f"celerylint: {shown}:2:12: syntax error: invalid syntax"]


def test_stdin_is_bytes_with_a_cookie(tmp_path: Path) -> None:
    source = b"# coding: latin-1\n" + UNBOUND.replace("send", "größe").encode("latin-1")
    outcome = celerylint("check", "-", cwd=tmp_path, stdin=source)
    assert outcome.out.startswith("stdin:7:5: CEL201 `self.retry` in `größe`")


def test_stdin_json(tmp_path: Path) -> None:
    (finding,) = json.loads(celerylint("check", "--output-format", "json", "-", cwd=tmp_path, stdin=UNBOUND).out)
    assert finding["path"] == "stdin"


# --- how it is done


@pytest.mark.parametrize("jobs", ["1", "2", "3", "16"])
def test_any_number_of_jobs_gives_the_same_report(jobs: str, tmp_path: Path) -> None:
    files = {f"{folder}/jobs_{number}.py": MIXED for folder in "zam" for number in range(9)}
    write(tmp_path, files | {"a/broken.py": BROKEN, "z/broken.py": BROKEN})
    outcome = celerylint("check", "--jobs", jobs, "--statistics", "--verbose", cwd=tmp_path)
    expected = [f"{path}:{place}" for path in sorted(files) for place in ("6:14: CEL105", "8:5: CEL201")]
    assert [" ".join(line.split(" ")[:2]) for line in outcome.out.splitlines()] == expected
    assert outcome == celerylint("check", "--statistics", "--verbose", cwd=tmp_path)


def test_many_files_are_checked_in_processes(tmp_path: Path) -> None:
    write(tmp_path, {f"jobs_{number:03}.py": UNBOUND for number in range(420)})
    outcome = celerylint("check", cwd=tmp_path)
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == [
        f"jobs_{number:03}.py" for number in range(420)
    ]
    assert outcome == celerylint("check", "--jobs", "1", cwd=tmp_path)


def test_a_settings_error_in_a_process_is_one_line(tmp_path: Path) -> None:
    """A file that is named is looked at by the process that checks it."""
    write(tmp_path, {"a.py": UNBOUND, "b.py": UNBOUND, "pyproject.toml": "[tool.celerylint]\nselects = []\n"})
    outcome = celerylint("check", "--jobs", "2", "a.py", "b.py", cwd=tmp_path)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "pyproject.toml: tool.celerylint.selects: unknown setting; did you mean 'select'?" in outcome.err


def test_statistics_count_by_rule_on_standard_error(tmp_path: Path) -> None:
    write(tmp_path, {"mixed.py": MIXED, "jobs.py": UNBOUND})
    outcome = celerylint("check", "--statistics", cwd=tmp_path)
    assert outcome.code == 1
    assert outcome.codes == ["CEL201", "CEL105", "CEL201"]
    assert [line.split() for line in outcome.complaints] == [
        ["celerylint:", "1", "CEL105", "unknown-task-option"],
        ["celerylint:", "2", "CEL201", "retry-without-bind"],
    ]


@pytest.mark.parametrize("option", ["--quiet", "-q"])
def test_quiet_prints_findings_only(option: str, tmp_path: Path) -> None:
    outcome = celerylint("check", option, cwd=write(tmp_path, {"jobs.py": UNBOUND}))
    assert outcome == (1, f"jobs.py:6:5: CEL201 {UNBOUND_MESSAGE}\n", "")


def test_quiet_still_says_why_it_failed(tmp_path: Path) -> None:
    outcome = celerylint("check", "--quiet", "missing.py", cwd=tmp_path)
    assert outcome == (2, "", "celerylint: missing.py: No such file or directory\n")


def test_verbose_names_the_settings_files(tmp_path: Path) -> None:
    table = "[tool.celerylint]\n"
    write(tmp_path, {"a/pyproject.toml": table, "a/jobs.py": UNBOUND, "b/pyproject.toml": table, "b/jobs.py": UNBOUND})
    outcome = celerylint("check", "--verbose", cwd=tmp_path)
    named = [line for line in outcome.complaints if "settings: " in line]
    assert named == [f"celerylint: settings: {tmp_path}/{folder}/pyproject.toml" for folder in "ab"]


def test_verbose_says_that_there_is_no_settings_file(tmp_path: Path) -> None:
    outcome = celerylint("check", "-v", cwd=write(tmp_path, {"jobs.py": UNBOUND}))
    assert outcome.complaints == ["celerylint: settings: defaults"]


@pytest.mark.parametrize(
    ("options", "path", "cause"),
    [
        ([], "plain.py", "no word of Celery"),
        (["--ignore", "CEL"], "jobs.py", "no rule is on"),
        (["--ignore", "CEL9"], "tests/test_jobs.py", "no rule is on"),
        (["--exclude", "old"], "old", ""),
        (["--exclude", "old.py", "--force-exclude", ".", "old.py"], "old.py", ""),
    ],
)
def test_verbose_says_what_was_skipped_and_why(options: list[str], path: str, cause: str, tmp_path: Path) -> None:
    files = {"plain.py": "x = 1\n", "old.py": UNBOUND, "old/jobs.py": UNBOUND, "tests/test_jobs.py": UNBOUND}
    write(tmp_path, files | {"jobs.py": UNBOUND})
    outcome = celerylint("check", "--verbose", *options, cwd=tmp_path)
    assert [line for line in outcome.complaints if line.startswith(f"celerylint: {path}: skipped: {cause}")]


def test_without_verbose_nothing_is_said_of_skipped_files(tmp_path: Path) -> None:
    outcome = celerylint("check", cwd=write(tmp_path, {"plain.py": "x = 1\n"}))
    assert outcome == (0, "", "celerylint: 0 findings in 0 of 1 files\n")


# --- streams


@pytest.mark.parametrize(
    "arguments", ["check", "check --output-format json", "rules", "explain CEL201", "--version", "check --help"]
)
def test_a_reader_that_closes_early_is_one_line(arguments: str, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "celerylint", *arguments.split()],
        cwd=write(tmp_path, {"jobs.py": UNBOUND}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=clean_environment(environment()),
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    with process.stderr as errors:
        printed = errors.read()
    assert (process.wait(60), printed) == (2, b"celerylint: standard output: closed by its reader\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["check"], ["rules"], ["explain", "CEL201"]])
def test_a_full_disk_is_one_line(arguments: list[str], tmp_path: Path) -> None:
    write(tmp_path, {"jobs.py": UNBOUND})
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "celerylint", *arguments],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            env=clean_environment(environment()),
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, b"celerylint: standard output: No space left on device\n")


@pytest.mark.parametrize(
    ("redirect", "named"), [(">&-", "standard output"), ("<&-", "standard input"), ("2>&-", None), (">&- 2>&-", None)]
)
def test_a_stream_that_is_closed_from_the_start_is_no_crash(redirect: str, named: str | None, tmp_path: Path) -> None:
    """Exit 2 where the report cannot be written or the source not be read; without standard error, as ever."""
    paths = "-" if redirect == "<&-" else "jobs.py"
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m celerylint check {paths} {redirect}', sys.executable],
        cwd=write(tmp_path, {"jobs.py": UNBOUND}),
        capture_output=True,
        text=True,
        env=clean_environment(environment()),
        check=False,
    )
    if named:
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert done.stderr.startswith(f"celerylint: {named}: ")
    elif redirect == "2>&-":
        assert (done.returncode, done.stdout) == (1, f"jobs.py:6:5: CEL201 {UNBOUND_MESSAGE}\n")
    else:
        assert done.returncode == 2


def on_terminal(script: str, *arguments: str, cwd: Path, stream: str, **variables: str) -> tuple[str, str]:
    """Run Python code with standard output or error on a terminal: what the terminal shows, and the other stream."""
    terminal, theirs = pty.openpty()
    other = "stderr" if stream == "stdout" else "stdout"
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        env=clean_environment(environment(**variables)),
        **{stream: theirs, other: subprocess.PIPE},  # type: ignore[call-overload]
    )
    os.close(theirs)
    piped = process.communicate()[other == "stderr"].decode()
    shown = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the last one closed it
            break
        if not part:
            break
        shown += part
    os.close(terminal)
    assert process.returncode in (0, 1), piped
    return shown.decode(), piped


RUN = "import sys; from celerylint.hosts.cli import main; sys.exit(main())"
RUN_SLOWLY = f"import celerylint.hosts.check_files as check; check._PROGRESS_AFTER = -1; {RUN}"
"""As if every run were long enough to show how far it is."""


@pytest.mark.parametrize(
    ("code", "colour"),
    [("CEL201", "31"), ("CEL105", "33"), ("CEL202", "36")],
)
def test_colours_on_a_terminal_tell_the_severity(code: str, colour: str, tmp_path: Path) -> None:
    write(tmp_path, {"mixed.py": MIXED})
    shown, _ = on_terminal(RUN, "check", "--select", code, cwd=tmp_path, stream="stdout")
    assert shown.startswith("\x1b[1mmixed.py\x1b[0m:")
    assert f"\x1b[{colour};1m{code}\x1b[0m" in shown


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours_where_they_are_unwanted(variables: dict[str, str], tmp_path: Path) -> None:
    write(tmp_path, {"jobs.py": UNBOUND})
    shown, _ = on_terminal(RUN, "check", cwd=tmp_path, stream="stdout", **variables)
    assert shown == f"jobs.py:6:5: CEL201 {UNBOUND_MESSAGE}\r\n"


def test_an_empty_no_color_is_none(tmp_path: Path) -> None:
    write(tmp_path, {"jobs.py": UNBOUND})
    shown, _ = on_terminal(RUN, "check", cwd=tmp_path, stream="stdout", NO_COLOR="")
    assert "\x1b[" in shown


@pytest.mark.parametrize("name", FORMATS)
def test_what_people_read_has_colours_on_a_terminal(name: str, tmp_path: Path) -> None:
    """Nothing else has, and no file."""
    write(tmp_path, {"jobs.py": UNBOUND})
    arguments = ["--output-format", name, "--output", "text:report.txt"]
    shown, _ = on_terminal(RUN, "check", *arguments, cwd=tmp_path, stream="stdout")
    assert ("\x1b[31;1mCEL201\x1b[0m" in shown) == (name in ("text", "full"))
    assert ("\x1b" in shown) == (name in ("text", "full"))
    assert (tmp_path / "report.txt").read_text() == f"jobs.py:6:5: CEL201 {UNBOUND_MESSAGE}\n"


def test_no_colours_in_a_pipe_while_errors_go_to_a_terminal(tmp_path: Path) -> None:
    write(tmp_path, {"jobs.py": UNBOUND})
    _, piped = on_terminal(RUN, "check", cwd=tmp_path, stream="stderr")
    assert piped == f"jobs.py:6:5: CEL201 {UNBOUND_MESSAGE}\n"


def test_progress_on_a_terminal_is_wiped_away(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": UNBOUND, "b.py": NO_FINDING})
    shown, piped = on_terminal(RUN_SLOWLY, "check", cwd=tmp_path, stream="stderr")
    first, _, rest = shown.partition("\x1b[K")
    assert first == "\rcelerylint: 1 of 2 files"
    assert rest.endswith("\r\x1b[Kcelerylint: 1 finding in 1 of 2 files\r\n")
    assert piped.count("\n") == 1


def test_a_short_run_shows_no_progress(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": UNBOUND})
    later = f"import celerylint.hosts.check_files as check; check._PROGRESS_AFTER = 3600; {RUN}"
    shown, _ = on_terminal(later, "check", cwd=tmp_path, stream="stderr")
    assert shown == "celerylint: 1 finding in 1 of 1 files\r\n"


def test_no_progress_without_a_terminal(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": UNBOUND})
    _, piped = on_terminal(RUN_SLOWLY, "check", cwd=tmp_path, stream="stdout")
    assert piped == "celerylint: 1 finding in 1 of 1 files\n"


# --- the other commands


def test_version(tmp_path: Path) -> None:
    assert celerylint("--version", cwd=tmp_path) == (0, f"celerylint {__version__}\n", "")


def test_the_installed_command_is_the_module(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("celerylint")
    done = subprocess.run(
        [command, "--version"], capture_output=True, text=True, check=False, env=clean_environment(environment())
    )
    assert (done.returncode, done.stdout, done.stderr) == celerylint("--version", cwd=tmp_path)


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["explain", "-h"], ["rules", "-h"]])
def test_help_goes_to_standard_output(arguments: list[str], tmp_path: Path) -> None:
    outcome = celerylint(*arguments, cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(" ".join(["usage: celerylint", *arguments[:-1]]))


def test_help_names_every_option_of_the_contract(tmp_path: Path) -> None:
    shown = celerylint("check", "--help", cwd=tmp_path).out
    options = (
        "--stdin-filename --select --extend-select --ignore --profile --conventions --output-format --exclude "
        "--force-exclude --config --isolated --jobs --exit-zero --statistics --quiet --verbose"
    )
    assert [option for option in options.split() if option not in shown] == []


@pytest.mark.parametrize("selector", ["CEL202", "cel202", "retry-not-raised", " Retry-Not-Raised "])
def test_explain_prints_the_rule(selector: str, tmp_path: Path) -> None:
    outcome = celerylint("explain", selector, cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0] == "CEL202 retry-not-raised"
    assert lines[-3:] == [
        "Severity: note",
        'Profile:  on with `profile = "strict"`',
        "Page:     https://celerylint.readthedocs.io/en/latest/rules/retry-not-raised/",
    ]
    rule = rule_named("CEL202")
    assert rule is not None
    assert (sys.modules[rule.module].__doc__ or "missing").strip() in outcome.out


@pytest.mark.parametrize(
    ("code", "profile"),
    [("CEL201", "on by default"), ("CEL401", "on with the conventions {packs}")],
)
def test_explain_says_what_switches_the_rule_on(code: str, profile: str, tmp_path: Path) -> None:
    rule = rule_named(code)
    assert rule is not None
    expected = f"Profile:  {profile.format(packs=', '.join(rule.packs))}"
    assert expected in celerylint("explain", code, cwd=tmp_path).out.splitlines()


@pytest.mark.parametrize(
    ("selector", "hint"),
    [
        ("CEL7077", "; did you mean 'CEL707'?"),
        ("retry-not-rised", "; did you mean 'retry-not-raised'?"),
        ("X605000", ""),
    ],
)
def test_explain_refuses_an_unknown_rule(selector: str, hint: str, tmp_path: Path) -> None:
    assert_refused(celerylint("explain", selector, cwd=tmp_path), f"unknown rule {selector!r}{hint}")


def test_rules_lists_every_rule_on_a_line(tmp_path: Path) -> None:
    outcome = celerylint("rules", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    listed = [line.split()[:4] for line in outcome.out.splitlines()]
    assert listed == [[rule.code, rule.name, rule.severity.value, rule.profile.value] for rule in all_rules()]
    line = outcome.out.splitlines()[[rule.code for rule in all_rules()].index("CEL202")]
    assert line.endswith("`self.retry()` is called but not raised.")


def test_rules_as_json(tmp_path: Path) -> None:
    outcome = celerylint("rules", "--output-format", "json", cwd=tmp_path)
    rules = json.loads(outcome.out)
    assert [rule["code"] for rule in rules] == [rule.code for rule in all_rules()]
    (retry,) = [rule for rule in rules if rule["code"] == "CEL202"]
    assert retry | {"fix": ""} == {
        "code": "CEL202",
        "name": "retry-not-raised",
        "summary": "`self.retry()` is called but not raised.",
        "severity": "note",
        "profile": "strict",
        "packs": [],
        "conventions": ["task-definition/retry-is-raised", "queue-operations/retry-is-raised"],
        "fix": "",
        "url": "https://celerylint.readthedocs.io/en/latest/rules/retry-not-raised/",
    }


def test_packs_that_contradict_are_refused(tmp_path: Path) -> None:
    write(tmp_path, {"mixed.py": MIXED, "pyproject.toml": '[tool.celerylint]\nconventions = ["async-runner"]\n'})
    cause = (
        "the conventions 'service-tasks' and 'async-runner' contradict each other: CEL335 async-session-in-task and "
        'CEL413 sync-database-in-task; write `ignore = ["CEL335"]` or `ignore = ["CEL413"]`'
    )
    command = ("check", "--conventions", "service-tasks")
    assert_refused(celerylint(*command, cwd=tmp_path), cause)
    assert celerylint(*command, "--ignore", "CEL413", cwd=tmp_path).code == 1


def test_rules_by_convention(tmp_path: Path) -> None:
    """Each pack with its conventions, in a line each: the sentence, and the codes or why there is none."""
    outcome = celerylint("rules", "--conventions", cwd=tmp_path)
    lines = outcome.out.splitlines()
    assert [line for line in lines if not line.startswith("  ")] == list(PACKS)
    assert len(lines) == len(PACKS) + len(ledger())
    own = lines[lines.index("async-runner") :]
    assert any(line.endswith(" A task does not start an event loop past the runner. (CEL401)") for line in own)
    assert any("module-per-domain " in line and " (not checked: which domain " in line for line in own)


def test_the_rules_that_are_on(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"pyproject.toml": '[tool.celerylint]\nselect = ["CEL20"]\nextend-select = ["CEL401"]\nignore = ["CEL202"]\n'},
    )
    outcome = celerylint("rules", "--enabled", cwd=tmp_path)
    codes = [line.split()[0] for line in outcome.out.splitlines()]
    assert "CEL201" in codes
    assert "CEL401" in codes
    assert codes == [code for code in codes if code.startswith(("CEL20", "CEL401")) and code != "CEL202"]
    listed = json.loads(celerylint("rules", "--enabled", "--output-format", "json", cwd=tmp_path).out)
    assert [each["code"] for each in listed] == codes
    by_pack = celerylint("rules", "--enabled", "--conventions", cwd=tmp_path).out
    assert "CEL401" in by_pack
    assert "CEL803" not in by_pack
