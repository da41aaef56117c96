"""`celerylint config show` and `schema`: what holds, and where it comes from."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from celerylint.hosts.config_file import config_for
from celerylint.hosts.settings_table import settings_from
from tests.processes import run_module
from tests.test_cli import celerylint, write

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FILES = {
    "base.toml": r"""[tool.celerylint]
profile = "strict"
ignore = ["CEL3"]
queues = ["a", "b"]
conventions = ["queue-operations"]
per-file-ignores = { "app/old/*" = ["CEL201"], "x.py" = ["CEL1"] }
""",
    "app/pyproject.toml": r"""[project]
dependencies = ["celery>=5.3"]

[tool.celerylint]
extend = "../base.toml"
ignore = [
    "CEL4",
]
queues = ["c\"d"]
own-task-class = true
""",
    "app/jobs.py": "",
}


def shown(root: Path, *arguments: str) -> dict[str, Any]:
    """What is shown as JSON, from the folder of the project."""
    outcome = celerylint("config", "show", "--output-format", "json", *arguments, cwd=root / "app")
    assert (outcome.code, outcome.err) == (0, "")
    found: dict[str, Any] = json.loads(outcome.out)
    return found


@pytest.mark.parametrize(
    "arguments", [[], ["jobs.py"], ["--ignore", "CEL5,retry-not-raised", "--profile", "all"], ["--isolated"]]
)
def test_the_text_is_a_settings_file_that_says_the_same(arguments: list[str], tmp_path: Path) -> None:
    write(tmp_path, FILES)
    outcome = celerylint("config", "show", *arguments, cwd=tmp_path / "app")
    assert (outcome.code, outcome.err) == (0, "")
    table = tomllib.loads(outcome.out)["tool"]["celerylint"]
    if not arguments or arguments == ["jobs.py"]:
        expected = config_for(str(tmp_path / "app/jobs.py")).settings._replace(extend=None)
        assert settings_from(table, "shown") == expected
    values = {key: each["value"] for key, each in shown(tmp_path, *arguments)["settings"].items()}
    assert {key: value for key, value in values.items() if key in table} == table
    assert [key for key, value in values.items() if key not in table and value is not None] in ([], ["extend"])


def test_where_values_come_from(tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    settings = shown(root, "--ignore", "CEL5", "--conventions", "async-runner")["settings"]
    base, own = str(root / "base.toml"), str(root / "app/pyproject.toml")
    expected: dict[str, list[dict[str, object]]] = {
        "profile": [{"kind": "file", "name": base, "line": 2}],
        "ignore": [
            {"kind": "file", "name": base, "line": 3},
            {"kind": "file", "name": own, "line": 6},
            {"kind": "option", "name": "--ignore"},
        ],
        "queues": [{"kind": "file", "name": own, "line": 9}],
        "conventions": [{"kind": "file", "name": base, "line": 5}, {"kind": "option", "name": "--conventions"}],
        "target-celery": [{"kind": "dependencies", "name": own, "line": 2}],
        "task-modules": [{"kind": "default"}, {"kind": "pack", "name": "queue-operations"}],
        "async-runners": [{"kind": "default"}, {"kind": "pack", "name": "async-runner"}],
        "select": [{"kind": "default"}],
    }
    assert {key: settings[key]["origin"] for key in expected} == expected
    assert settings["ignore"]["value"] == ["CEL3", "CEL4", "CEL5"]
    assert settings["per-file-ignores"]["value"] == {"old/*": ["CEL201"], "x.py": ["CEL1"]}
    assert settings["target-celery"]["value"] == "5.3"
    assert settings["worker-pool"]["value"] is None


def test_the_text_says_where_values_come_from(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    lines = celerylint("config", "show", "--ignore", "CEL5", cwd=tmp_path / "app").out.splitlines()
    base = tmp_path / "base.toml"
    assert lines[0] == f"# What holds for .: pyproject.toml, which extends {base}"
    assert lines[1] == f"# Globs are relative to {tmp_path / 'app'}"
    for line in (
        "# select is not set",
        f'profile = "strict"  # {base}:2',
        f'ignore = ["CEL3", "CEL4", "CEL5"]  # {base}:3, pyproject.toml:6, --ignore',
        'target-celery = "5.3"  # pyproject.toml:2, the dependencies',
        'task-modules = ["tasks", "*_tasks"]  # default, the pack queue-operations',
        "exclude = []  # default",
        'queues = ["c\\"d"]  # pyproject.toml:9',
        '# extend = "../base.toml"  # pyproject.toml:5',
    ):
        assert line in lines


def test_a_new_select_begins_anew(tmp_path: Path) -> None:
    anew = '[tool.celerylint]\nextend = "../base.toml"\nselect = ["CEL1"]\n'
    settings = shown(write(tmp_path, {**FILES, "app/pyproject.toml": anew}))["settings"]
    assert settings["ignore"] == {"value": [], "origin": [{"kind": "default"}]}


def test_without_a_settings_file(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "[tool.celerylint]\nx=1\n"})
    outcome = celerylint("config", "show", "--isolated", cwd=tmp_path)
    assert outcome.out.startswith("# What holds for .: no settings file\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "gone.py"], "gone.py: No such file or directory"),
        (["show", "--config", "x", "--isolated"], "--config and --isolated exclude each other"),
        (["show", "--conventions", "async-runer"], "--conventions: expected one of "),
        (["show", "--ignore", "CEL999"], "unknown rule 'CEL999'"),
        (["show", "--config", "gone.toml"], "gone.toml: No such file or directory"),
    ],
)
def test_what_cannot_be_shown(arguments: list[str], said: str, tmp_path: Path) -> None:
    outcome = celerylint("config", *arguments, cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"celerylint: {said}")
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["shw"], "argument COMMAND: invalid choice: 'shw'"),
        ([], "the following arguments are required: COMMAND"),
    ],
)
def test_usage(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = run_module("celerylint", "config", *arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"celerylint: {said}")
    assert done.err.count("\n") == 1


def test_the_schema_is_printed(tmp_path: Path) -> None:
    done = run_module("celerylint", "config", "schema", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["title"] == "celerylint"
