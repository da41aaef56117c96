"""`celerylint config validate`: every problem of a settings file at once, on its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import Outcome, celerylint, write

BROKEN = """\
[project]
name = "x"
[tool.celerylint]
ignroe = ["CEL1"]
select = ["CEL", "CEL2O1",
   "retry-not-rased"]
conventions = ["async-runer"]
target-celery = 5.4
per-file-ignores = { "a.py" = ["CEL1", "CEL9999"], "b" = 3 }
profile = "strict"
[tool.celerylint.required-task-options]
"x.py" = "q"
"""
IDLE = """\
[tool.celerylint]
extend-select = ["CEL201", "CEL202"]
ignore = ["CEL4",
  "CEL401"]
[tool.celerylint.per-file-ignores]
"scripts/*" = ["CEL201"]
"jobs.py" = ["CEL803", "CEL2"]
"""


def validate(root: Path, *arguments: str) -> Outcome:
    return celerylint("config", "validate", *arguments, cwd=root)


def test_every_error_is_named_with_its_line_and_key(tmp_path: Path) -> None:
    outcome = validate(write(tmp_path, {"pyproject.toml": BROKEN}))
    assert outcome.code == 2
    places = [tuple(line.split(": ")[:3]) for line in outcome.out.splitlines()]
    table = "tool.celerylint"
    assert places == [
        ("pyproject.toml:4", "error", f"{table}.ignroe"),
        ("pyproject.toml:5", "error", f"{table}.select"),
        ("pyproject.toml:6", "error", f"{table}.select"),
        ("pyproject.toml:7", "error", f"{table}.conventions"),
        ("pyproject.toml:8", "error", f"{table}.target-celery"),
        ("pyproject.toml:9", "error", f'{table}.per-file-ignores."a.py"'),
        ("pyproject.toml:9", "error", f"{table}.per-file-ignores.b"),
        ("pyproject.toml:12", "error", f'{table}.required-task-options."x.py"'),
    ]
    for hint in ("did you mean 'ignore'?", "did you mean 'retry-not-raised'?", "did you mean 'async-runner'?"):
        assert hint in outcome.out
    assert outcome.err == "celerylint: 8 errors, 0 warnings in 1 file\n"


def test_what_has_no_effect_is_a_warning(tmp_path: Path) -> None:
    outcome = validate(write(tmp_path, {"pyproject.toml": IDLE, "jobs.py": ""}), "--output-format", "json")
    assert outcome.code == 0
    rows = json.loads(outcome.out)
    assert [(row["line"], row["key"].removeprefix("tool.celerylint."), row["severity"]) for row in rows] == [
        (2, "extend-select", "warning"),
        (4, "ignore", "warning"),
        (6, 'per-file-ignores."scripts/*"', "warning"),
        (7, 'per-file-ignores."jobs.py"', "warning"),
    ]
    assert [row["cause"].split(":")[0] for row in rows] == [
        "'CEL201' adds nothing",
        "'CEL401' ignores nothing",
        f"no Python file below {tmp_path} matches",
        "'CEL803' ignores nothing",
    ]


@pytest.mark.parametrize(
    ("table", "warnings"),
    [
        ('select = ["CEL"]', 0),
        ('select = ["CEL2", "CEL202"]\nignore = ["CEL202"]', 1),
        ('select = ["CEL401"]\nignore = ["CEL401"]', 1),
        ('extend-select = ["CEL2"]', 0),
        ('extend-select = ["CEL001", "CEL002"]', 0),
        ('extend-select = ["CEL002"]\nrequire-reason = true', 1),
        ('profile = "strict"\nextend-select = ["CEL202"]', 1),
        ('conventions = ["async-runner"]\nignore = ["CEL401"]', 0),
        ('ignore = ["CEL401"]', 1),
        ('ignore = ["CEL201"]', 0),
        ('per-file-ignores = { "*" = ["CEL"] }', 0),
        ('per-file-ignores = { "app" = ["CEL"] }', 0),
        ('per-file-ignores = { "other" = ["CEL"] }', 1),
    ],
)
def test_which_selectors_and_globs_have_no_effect(table: str, warnings: int, tmp_path: Path) -> None:
    outcome = validate(write(tmp_path, {"pyproject.toml": f"[tool.celerylint]\n{table}\n", "app/jobs.py": ""}))
    assert outcome.code == 0
    assert outcome.out.count("warning: ") == outcome.out.count("\n") == warnings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.celerylint\n", "pyproject.toml:1: error: not valid TOML: "),
        ("[tool]\n\ncelerylint = 3\n", "pyproject.toml:3: error: tool.celerylint: expected a table\n"),
        ('[tool.celerylint]\nextend = "x.toml"\n', "pyproject.toml:2: error: tool.celerylint.extend: "),
        (
            '[tool.celerylint]\nconventions = ["async-runner", "service-tasks"]\n',
            "pyproject.toml:2: error: tool.celerylint.conventions: the conventions '",
        ),
        (
            "[tool.celerylint]\nselect = 3\n",
            "pyproject.toml:2: error: tool.celerylint.select: expected a list of names, not 3\n",
        ),
        (
            "tool.celerylint.queues = [1]\n",
            "pyproject.toml:1: error: tool.celerylint.queues: expected a list of names, not [1]\n",
        ),
    ],
)
def test_one_error(text: str, said: str, tmp_path: Path) -> None:
    outcome = validate(write(tmp_path, {"pyproject.toml": text}))
    assert outcome.code == 2
    assert outcome.out.startswith(said)
    assert outcome.out.count("\n") == 1


def test_which_files_are_looked_at(tmp_path: Path) -> None:
    """The one that holds, and all below; of a Python file the one that holds; one that is named."""
    write(
        tmp_path,
        {
            "pyproject.toml": "[tool.celerylint]\na = 1\n",
            "app/deep/pyproject.toml": "[tool.celerylint]\nb = 1\n",
            "app/other/pyproject.toml": "[tool.black]\n",
            "app/build/pyproject.toml": "[tool.celerylint]\nc = 1\n",
            "app/broken/pyproject.toml": "# celerylint\n[",
            "app/jobs.py": "",
            "house.toml": "[tool.celerylint]\nd = 1\n",
        },
    )
    for arguments, files in (
        (["app"], "pyproject.toml app/broken/pyproject.toml app/deep/pyproject.toml"),
        (["app/jobs.py"], "pyproject.toml"),
        (["house.toml", "app/deep"], "house.toml app/deep/pyproject.toml"),
    ):
        lines = validate(tmp_path, *arguments).out.splitlines()
        assert [line.split(": error")[0].rsplit(":", 1)[0] for line in lines] == files.split()


def test_a_clean_file(tmp_path: Path) -> None:
    outcome = validate(write(tmp_path, {"pyproject.toml": "[tool.celerylint]\n"}))
    assert outcome == Outcome(0, "", "celerylint: 0 errors, 0 warnings in 1 file\n")
    outcome = validate(write(tmp_path, {"other.toml": "[tool.black]\n"}), "other.toml")
    assert (outcome.code, outcome.out) == (0, "other.toml: warning: no table [tool.celerylint]\n")
    assert validate(tmp_path, "gone").err == "celerylint: gone: No such file or directory\n"
