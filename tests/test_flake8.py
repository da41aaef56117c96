"""The flake8 plugin, in real runs of flake8."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from pathlib import Path

import pytest
from flake8.exceptions import ExecutionError

from celerylint import __version__
from celerylint.hosts.flake8 import Plugin
from tests.processes import Done, run_module

PREAMBLE = """\
import asyncio

from celery import Celery

app = Celery("shop")


"""
UNBOUND = PREAMBLE.replace("import asyncio\n\n", "") + (
    "@app.task\ndef charge(order_id):\n    self.retry(countdown=order_id)  # noqa: F821\n"
)
OPT_IN = PREAMBLE + (
    "@app.task(bind=True)\ndef charge(self, order_id):\n    asyncio.run(order_id)\n    self.retry(countdown=order_id)\n"
)
RECOMMENDED = {"CEL201"}
FAIL = """\
from celerylint.rules.retry.retry_without_bind import rule


def fail(fact):
    raise RuntimeError("one line\\nand another")


rule.checks[:] = [(kind, fail) for kind, _ in rule.checks]
"""


def flake8(folder: Path, *arguments: str, text: str | bytes = b"", path: Path | None = None) -> Done:
    done = run_module("flake8", *arguments, cwd=folder, text=text, path=path)
    assert done.code in (0, 1), done
    assert "Traceback" not in done.err, done.err
    return done


def found(done: Done) -> list[str]:
    """The codes reported, in order."""
    return re.findall(r"^\S+?:\d+:\d+: (\w+)", done.out, re.MULTILINE)


def about(done: Done) -> list[str]:
    """Those of them that the samples are about: habits of one house or another they have none."""
    return [code for code in found(done) if code in ("CEL201", "CEL202", "CEL401", "CEL417")]


def write(folder: Path, **files: str) -> None:
    """Files by name: `tasks_py` is `tasks.py`, `setup_cfg` is `setup.cfg`, `_flake8` is `.flake8`."""
    for name, text in files.items():
        (folder / ".".join(name.rsplit("_", 1))).write_text(text)


def test_version_names_the_plugin(tmp_path: Path) -> None:
    assert f"celerylint: {__version__}" in flake8(tmp_path, "--version").out


def test_a_default_run_reports_recommended_rules_beside_flake8s_own(tmp_path: Path) -> None:
    write(tmp_path, tasks_py=UNBOUND.replace("  # noqa: F821", ""))
    done = flake8(tmp_path, "tasks.py")
    assert found(done) == ["CEL201", "F821"]
    assert done.code == 1
    row, column = UNBOUND.count("\n"), 5
    assert done.out.startswith(f"tasks.py:{row}:{column}: CEL201 `self.retry` in `charge`")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--select=CEL"],
        ["--select=C,E,F,W"],
        ["--select=C"],
        ["--extend-select=CEL"],
        ["--extend-select=C"],
        ["--ignore=E501"],
        ["--ignore="],
        ["--extend-ignore=CEL3"],
    ],
    ids=lambda arguments: " ".join(arguments) or "none",
)
def test_options_that_ask_for_no_rule_of_ours_leave_opt_in_rules_off(arguments: list[str], tmp_path: Path) -> None:
    write(tmp_path, tasks_py=OPT_IN)
    assert found(flake8(tmp_path, *arguments, "tasks.py")) == []


@pytest.mark.parametrize(
    "config", ["select = C,E,F,W", "select = CEL", "ignore = E203,W503", "ignore =", "extend-select = CEL"]
)
@pytest.mark.parametrize("file", ["setup_cfg", "tox_ini", "_flake8"])
def test_a_users_own_flake8_settings_leave_opt_in_rules_off(config: str, file: str, tmp_path: Path) -> None:
    write(tmp_path, tasks_py=OPT_IN, other_py=UNBOUND, **{file: f"[flake8]\n{config}\n"})
    assert found(flake8(tmp_path, "tasks.py", "other.py")) == ["CEL201"]


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["--extend-select=CEL2"], ["CEL202"]),
        (["--extend-select=CEL202"], ["CEL202"]),
        (["--extend-select=CEL4"], ["CEL401"]),
        (["--extend-select=CEL401,CEL20"], ["CEL401", "CEL202"]),
        (["--select=CEL202"], ["CEL202"]),
        (["--select=E,CEL401"], ["CEL401"]),
        (["--extend-select=CEL202", "--extend-ignore=CEL202"], []),
        (["--extend-select=CEL9"], []),
    ],
    ids=str,
)
def test_a_prefix_of_four_characters_switches_opt_in_rules_on(
    arguments: list[str], codes: list[str], tmp_path: Path
) -> None:
    write(tmp_path, tasks_py=OPT_IN)
    assert about(flake8(tmp_path, *arguments, "tasks.py")) == codes


def test_flake8s_settings_file_switches_opt_in_rules_on(tmp_path: Path) -> None:
    write(tmp_path, tasks_py=OPT_IN, setup_cfg="[flake8]\nextend-select =\n    CEL202,\n    CEL401\n")
    assert found(flake8(tmp_path, "tasks.py")) == ["CEL401", "CEL202"]


@pytest.mark.parametrize("select", [[], ["--select=CEL"], ["--ignore=E501"]], ids=str)
@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ('extend-select = ["CEL202"]', ["CEL202"]),
        ('extend-select = ["retry-not-raised"]', ["CEL202"]),
        ('profile = "strict"', ["CEL202"]),
        ('profile = "all"', ["CEL401", "CEL202"]),
        ('conventions = ["async-runner"]', ["CEL401"]),
        ('profile = "all"\nignore = ["CEL202"]', ["CEL401"]),
        ('select = ["CEL"]', []),
        ('select = ["CEL", "CEL4"]', ["CEL401"]),
        ('extend-select = ["CEL"]', []),
        ('conventions = ["async-runner"]\nworker-pool = "gevent"', ["CEL417"]),
    ],
)
def test_our_own_settings_switch_rules_on(settings: str, codes: list[str], select: list[str], tmp_path: Path) -> None:
    write(tmp_path, tasks_py=OPT_IN, pyproject_toml=f"[tool.celerylint]\n{settings}\n")
    assert about(flake8(tmp_path, *select, "tasks.py")) == codes


def test_settings_are_those_above_the_file_not_above_the_working_directory(tmp_path: Path) -> None:
    write(tmp_path, pyproject_toml='[tool.celerylint]\nprofile = "all"\n')
    for name, settings in (("strict", 'profile = "strict"'), ("plain", "")):
        (tmp_path / name).mkdir()
        write(tmp_path / name, tasks_py=OPT_IN, pyproject_toml=f"[tool.celerylint]\n{settings}\n")
    done = flake8(tmp_path, "strict/tasks.py", "plain/tasks.py")
    assert about(done) == ["CEL202"]
    assert done.out.startswith("strict/tasks.py:")


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("# noqa", []),
        ("# noqa: CEL201", []),
        ("# noqa: CEL2", []),
        ("# noqa: F821, CEL201", []),
        ("# noqa: F821", ["CEL201"]),
        ("# noqa: CEL202", ["CEL201"]),
    ],
)
def test_noqa_is_flake8s_own(comment: str, codes: list[str], tmp_path: Path) -> None:
    write(tmp_path, tasks_py=UNBOUND.replace("# noqa: F821", comment))
    assert found(flake8(tmp_path, "--select=CEL", "tasks.py")) == codes


def test_per_file_ignores_are_flake8s_own(tmp_path: Path) -> None:
    ours = '[tool.celerylint]\nper-file-ignores = { "*.py" = ["CEL201"] }\n'
    theirs = "[flake8]\nper-file-ignores =\n    old.py: CEL201\n"
    write(tmp_path, old_py=UNBOUND, new_py=UNBOUND, setup_cfg=theirs, pyproject_toml=ours)
    assert flake8(tmp_path, "old.py", "new.py").out.startswith("new.py:")
    assert found(flake8(tmp_path, "old.py", "new.py")) == ["CEL201"]


def test_a_display_name_is_the_name_of_standard_input(tmp_path: Path) -> None:
    (tmp_path / "strict" / "tests").mkdir(parents=True)
    write(tmp_path / "strict", pyproject_toml='[tool.celerylint]\nprofile = "strict"\n')
    stdin = ["--select=CEL", "--stdin-display-name"]
    done = flake8(tmp_path, *stdin, "strict/tasks.py", "-", text=OPT_IN)
    assert about(done) == ["CEL202"]
    assert done.out.startswith("strict/tasks.py:")
    assert about(flake8(tmp_path, *stdin, "tasks.py", "-", text=OPT_IN)) == []
    assert about(flake8(tmp_path, *stdin, "strict/tests/tasks.py", "-", text=UNBOUND)) == []
    assert flake8(tmp_path, "--select=CEL", "-", text=UNBOUND).out.startswith("stdin:")


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_two_processes_report_what_one_does(method: str, tmp_path: Path) -> None:
    """Only a forked process inherits what flake8 told the plugin of its options."""
    (tmp_path / "patches").mkdir()
    start = f'import multiprocessing\nmultiprocessing.set_start_method("{method}")\n'
    write(tmp_path / "patches", sitecustomize_py=start)
    for number in range(12):
        write(tmp_path, **{f"tasks{number}_py": UNBOUND if number % 2 else OPT_IN})
    arguments = ["--extend-select=CEL202", "--exclude=patches", "."]
    reports = [flake8(tmp_path, f"-j{jobs}", *arguments, path=tmp_path / "patches").out for jobs in (1, 2)]
    assert reports[0] == reports[1]
    assert reports[0].count("CEL201") == reports[0].count("CEL202") == 6


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_a_rule_that_fails_is_one_finding_and_loses_no_other(jobs: str, tmp_path: Path) -> None:
    limited = UNBOUND.replace("@app.task", '@app.task(rate_limit="5/d")')
    (tmp_path / "patches").mkdir()
    write(tmp_path / "patches", sitecustomize_py=FAIL)
    write(tmp_path, tasks_py=limited, other_py=limited, plain_py="import os\n")
    done = flake8(tmp_path, jobs, "tasks.py", "other.py", "plain.py", path=tmp_path / "patches")
    assert sorted(found(done)) == ["CEL000", "CEL000", "CEL707", "CEL707", "F401"]
    line = "tasks.py:1:1: CEL000 internal error in CEL201 retry-without-bind: RuntimeError: one line and another"
    assert line in done.out.splitlines()


@pytest.mark.parametrize(
    "patch",
    [
        pytest.param("from celerylint.facts.crontab import Crontab as Fact", id="fact"),
        pytest.param("from celerylint.facts.rate_limit import RateLimit as Fact", id="fact of its own rule"),
    ],
)
def test_a_fact_that_fails_is_one_finding_for_each_rule_that_looks_at_it(patch: str, tmp_path: Path) -> None:
    (tmp_path / "patches").mkdir()
    write(tmp_path / "patches", sitecustomize_py=f"{patch}\nFact.find = classmethod(lambda cls, module: 1 / 0)\n")
    limited = UNBOUND.replace("@app.task", '@app.task(rate_limit="5/m")')
    schedule = "from celery.schedules import crontab\n\nNIGHTLY = crontab(minute=0, hour=1)\n"
    write(tmp_path, tasks_py=limited + schedule)
    done = flake8(tmp_path, "--select=CEL", "tasks.py", path=tmp_path / "patches")
    *broken, sound = found(done)
    assert (set(broken), sound) == ({"CEL000"}, "CEL201")
    cause = r"CEL000 internal error in CEL7\d\d [\w-]+: ZeroDivisionError: division by zero$"
    assert len(re.findall(cause, done.out, re.M)) == len(broken)


def test_an_engine_that_fails_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "patches").mkdir()
    patch = "import celerylint.syntax.source as source\nsource.Source = None\n"
    write(tmp_path / "patches", sitecustomize_py=patch)
    write(tmp_path, tasks_py=UNBOUND, plain_py="import os\n")
    done = flake8(tmp_path, "tasks.py", "plain.py", path=tmp_path / "patches")
    assert sorted(found(done)) == ["CEL000", "F401"]
    assert "CEL000 internal error: TypeError: 'NoneType' object is not callable" in done.out


@pytest.mark.parametrize(
    "arguments", [["-j1", "tasks.py"], ["-j2", "tasks.py", "other.py"], ["-j2"], ["-j2", "package"]]
)
@pytest.mark.parametrize(
    ("settings", "cause"),
    [
        ("[tool.celerylint]\nprofil = 'strict'\n", "tool.celerylint.profil: unknown setting; did you mean 'profile'?"),
        ("[tool.celerylint]\nselect = 'CEL'\n", "tool.celerylint.select: expected a list of names, not 'CEL'"),
        ("[tool.celerylint]\nignore = ['CEL999']\n", "unknown rule 'CEL999'"),
        ("[tool.celerylint\n", "not valid TOML: "),
    ],
)
def test_a_broken_settings_file_is_a_critical_error(
    settings: str, cause: str, arguments: list[str], tmp_path: Path
) -> None:
    write(tmp_path, tasks_py=UNBOUND, other_py=UNBOUND, pyproject_toml=settings)
    (tmp_path / "package").mkdir()
    write(tmp_path / "package", tasks_py=UNBOUND, other_py=UNBOUND)
    done = flake8(tmp_path, *arguments)
    assert done.code == 1
    message = [line for line in done.out.splitlines() if "celerylint" in line]
    assert done.out.startswith("There was a critical error during execution of Flake8:\n"), done
    assert len(message) == 1
    assert message[0].startswith(f"celerylint: {os.path.realpath(tmp_path)}{os.sep}pyproject.toml: ")
    assert cause in message[0]


def test_broken_settings_end_the_run_before_there_are_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A pool whose process raises is killed by flake8, which then may wait for ever for what a killed one held.
    write(tmp_path, tasks_py="", pyproject_toml="[tool.celerylint]\nprofil = 'strict'\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ExecutionError, match=r"tool\.celerylint\.profil: unknown setting"):
        Plugin.parse_options(Namespace(filenames=["."], select=None, extend_select=None))


def test_a_broken_settings_file_of_a_folder_within_is_a_critical_error(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    write(tmp_path / "package", tasks_py=UNBOUND, pyproject_toml="[tool.celerylint]\nprofil = 'strict'\n")
    assert "pyproject.toml: tool.celerylint.profil: unknown setting" in flake8(tmp_path, "-j1").out


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_packs_that_contradict_are_a_critical_error(jobs: str, tmp_path: Path) -> None:
    write(
        tmp_path,
        tasks_py=UNBOUND,
        pyproject_toml='[tool.celerylint]\nconventions = ["service-tasks", "async-runner"]\n',
    )
    write(tmp_path, other_py=UNBOUND)
    done = flake8(tmp_path, jobs, "tasks.py", "other.py")
    assert done.out.startswith("There was a critical error during execution of Flake8:\n"), done
    assert "celerylint: the conventions 'service-tasks' and 'async-runner' contradict each other: CEL335" in done.out


def test_a_settings_file_without_our_table_may_be_broken(tmp_path: Path) -> None:
    write(tmp_path, tasks_py=UNBOUND, pyproject_toml="[tool.other\n")
    assert found(flake8(tmp_path, "tasks.py")) == ["CEL201"]


@pytest.mark.parametrize("before", ["", "é", "日本", "🍅", "e\u0301"])
def test_columns_count_code_points(before: str, tmp_path: Path) -> None:
    line = f'    note = "{before}"; self.retry()'
    write(tmp_path, tasks_py=f"{PREAMBLE}@app.task\ndef charge():\n{line}\n")
    done = flake8(tmp_path, "--select=CEL", "tasks.py")
    assert f":{PREAMBLE.count(chr(10)) + 3}:{line.index('self.') + 1}: CEL201" in done.out


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("prefix", "coding"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"# -*- coding: latin-1 -*-\n", "latin-1"),
        (b"# coding: cp1252\n", "cp1252"),
    ],
)
def test_byte_order_marks_cookies_and_line_ends_move_nothing(
    prefix: bytes, coding: str, end: str, tmp_path: Path
) -> None:
    line = '    note = "é"; self.retry()'
    text = f"{PREAMBLE}@app.task\ndef charge():\n{line}\n"
    data = (prefix + text.encode(coding)).replace(b"\n", end.encode())
    (tmp_path / "tasks.py").write_bytes(data)
    row = text.count("\n") + prefix.count(b"\n")
    done = flake8(tmp_path, "--select=CEL", "tasks.py")
    assert done.out.startswith(f"tasks.py:{row}:{line.index('self.') + 1}: CEL201 "), done.out


@pytest.mark.parametrize("path", ["tests/tasks.py", "test/tasks.py", "app/test_tasks.py", "app/tasks_test.py"])
def test_test_files_are_left_alone(path: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.celerylint]\n")
    (tmp_path / path).parent.mkdir()
    (tmp_path / path).write_text(UNBOUND)
    (tmp_path / "tasks.py").write_text(UNBOUND)
    assert flake8(tmp_path, "--select=CEL", ".").out.startswith("./tasks.py:")
    assert found(flake8(tmp_path, "--select=CEL", ".")) == ["CEL201"]


def test_a_folder_called_tests_above_the_project_makes_no_test_files(tmp_path: Path) -> None:
    project = tmp_path / "tests" / "project"
    project.mkdir(parents=True)
    write(project, tasks_py=UNBOUND, pyproject_toml="[tool.celerylint]\n")
    assert found(flake8(tmp_path, "--select=CEL", "tests/project/tasks.py")) == ["CEL201"]


def test_a_syntax_error_stays_flake8s_own(tmp_path: Path) -> None:
    write(tmp_path, tasks_py="from celery import Celery\ndef charge(:\n", other_py=UNBOUND)
    assert sorted(found(flake8(tmp_path, "--select=CEL,E9", "tasks.py", "other.py"))) == ["CEL201", "E999"]
