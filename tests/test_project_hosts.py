"""Hosts that know the other files of a project: the same findings however they are asked, and one cache for all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from celerylint.core.settings import Settings
from celerylint.hosts.cli import main
from celerylint.linter import project as linter_project
from celerylint.linter.check import check, project_around, rules_for
from celerylint.syntax.skeleton import SkeletonSource
from celerylint.syntax.source import parse
from tests.editors import Editor
from tests.processes import run_module

FILES = {
    "pyproject.toml": "[project]\nname = 'shop'\n",
    "src/shop/__init__.py": "",
    "src/shop/app.py": "from celery import Celery\n\napp = Celery('shop')\n",
    "src/shop/db.py": (
        "from sqlalchemy.orm import sessionmaker\n\nmake = sessionmaker()\n\n\ndef opened():\n    return make()\n"
    ),
    "src/shop/jobs.py": (
        "from shop.app import app\nfrom shop.db import opened\n\n\n@app.task\ndef pay(order_id):\n"
        "    session = opened()\n    session.execute(order_id)\n"
    ),
    "src/shop/views.py": "from .jobs import pay\n\n\ndef close(order_id):\n    pay.delay(order_id, 'EUR')\n",
}
FOUND = [("src/shop/jobs.py", 7, "CEL301"), ("src/shop/views.py", 5, "CEL504")]
FOUND_IN = [path for path, _, _ in FOUND]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which each finding needs another file, old enough to be kept in a cache."""
    root = tmp_path / "project"
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        os.utime(path, (time.time() - 60,) * 2)
    return root


def checked(root: Path, *arguments: str, cwd: Path | None = None, text: str = "") -> list[tuple[str, int, str]]:
    """What `celerylint check` finds, by paths from the root."""
    command = ["check", "--output-format", "json", "--cache-dir", str(root.parent / "cache"), *arguments]
    cwd = cwd or root
    done = run_module("celerylint", *command, cwd=cwd, text=text)
    assert done.code in (0, 1), done.err
    found = json.loads(done.out)
    return sorted(
        (os.path.relpath(os.path.join(cwd, each["path"]), root).replace(os.sep, "/"), each["line"], each["code"])
        for each in found
    )


def test_the_same_is_found_cold_and_warm_by_one_and_by_many(project: Path) -> None:
    for arguments in (
        ["."],
        ["."],
        ["--no-cache", "."],
        ["-j1", "."],
        ["-j4", "."],
        ["src/shop/jobs.py", "src/shop/views.py"],
    ):
        assert checked(project, *arguments) == FOUND, arguments
    assert list((project.parent / "cache").rglob("*.json"))


@pytest.mark.parametrize("folder", [".", "src", "src/shop", ".."])
def test_the_same_is_found_from_any_folder(folder: str, project: Path) -> None:
    assert checked(project, str(project), cwd=project / folder) == FOUND
    for path, line, code in FOUND:
        relative = os.path.relpath(project / path, project / folder)
        assert checked(project, relative, cwd=project / folder) == [(path, line, code)]


def test_standard_input_with_a_name_stands_for_the_file(project: Path) -> None:
    text = FILES["src/shop/views.py"]
    name = ["--stdin-filename", "src/shop/views.py", "-"]
    assert checked(project, *name, text=text) == [FOUND[1]]
    assert checked(project, *name, text=text.replace(", 'EUR'", "")) == []


def test_flake8_and_pylint_find_the_same(project: Path) -> None:
    flake8 = run_module("flake8", "--isolated", "--select=CEL", "--format=%(path)s %(row)d %(code)s", ".", cwd=project)
    places = sorted(
        (os.path.normpath(path), int(row), code) for path, row, code in map(str.split, flake8.out.splitlines())
    )
    assert places == FOUND
    files = [path for path in FILES if path.endswith(".py")]
    options = ["--load-plugins=celerylint.pylint", "--rcfile=/dev/null", "--output-format=json2"]
    pylint = run_module("pylint", *options, *files, cwd=project)
    messages = [each for each in json.loads(pylint.out)["messages"] if each["symbol"].startswith("celery-")]
    assert sorted((each["path"], each["line"], f"CEL{each['messageId'][2:]}") for each in messages) == FOUND


def test_runs_that_share_a_cache_agree_while_files_change(project: Path) -> None:
    """Two flake8 runs, a pylint run, a command line and an editor, beside somebody who edits: whatever each reads of a
    file is what the file once was, and what is found in the end is what is there in the end."""
    cache = str(project.parent / "cache")
    jobs = project / "src/shop/jobs.py"
    environment = {**os.environ, "CELERYLINT_CACHE_DIR": cache}
    hosts = [
        ["flake8", "--isolated", "--select=CEL", "."],
        ["flake8", "--isolated", "--select=CEL", "src"],
        [
            "pylint",
            "--load-plugins=celerylint.pylint",
            "--rcfile=/dev/null",
            "--disable=all",
            "--enable=celery-unclosed-session",
            "src/shop/jobs.py",
        ],
        ["celerylint", "check", "."],
    ]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", *host],
            cwd=project,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for host in hosts
    ]
    database = project / "src/shop/db.py"
    closing = FILES["src/shop/db.py"].replace("return make()", "return print()")
    with Editor(project, more={"CELERYLINT_CACHE_DIR": cache}) as editor:
        editor.open(jobs)
        for number in range(40):
            editor.change_on_disk(database, closing if number % 2 else FILES["src/shop/db.py"])
            editor.type(jobs, FILES["src/shop/jobs.py"] + "\n" * number)
            time.sleep(0.02)
        for process in running:
            out, error = process.communicate(timeout=120)
            assert "Traceback" not in out + error, error
            assert "CEL000" not in out
        editor.until(jobs, [])
        assert checked(project, ".") == [FOUND[1]]
        editor.change_on_disk(database, FILES["src/shop/db.py"])
        editor.until(jobs, ["CEL301"])
        assert checked(project, ".") == FOUND
        assert editor.leave() == 0
        assert editor.client.log_messages == []


def test_a_cache_that_somebody_broke_is_done_without(project: Path) -> None:
    assert checked(project, ".") == FOUND
    for entry in (project.parent / "cache").rglob("*.json"):
        entry.write_bytes(b'{"path": ["' + b"\xff" * 100)
    assert checked(project, ".") == FOUND
    place = project.parent / "file"
    place.touch()
    done = run_module("celerylint", "check", "--verbose", "--cache-dir", str(place), ".", cwd=project)
    assert done.code == 1
    assert [line for line in done.err.splitlines() if str(place) in line]
    silent = run_module("celerylint", "check", "--cache-dir", str(place), ".", cwd=project)
    assert str(place) not in silent.err


# --- what is parsed


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that were parsed as other files than the one that is checked."""
    names: list[str] = []
    read = SkeletonSource.__init__

    def noted(self: SkeletonSource, path: str, text: str) -> None:
        names.append(os.path.basename(path))
        read(self, path, text)

    monkeypatch.setattr(SkeletonSource, "__init__", noted)
    return names


def test_a_run_parses_no_other_file_twice(
    project: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    assert main(["check", "--no-cache", "--profile", "all"]) == 1
    assert "CEL301" in capsys.readouterr().out
    assert "db.py" in parsed
    assert len(parsed) == len(set(parsed)) <= len(FILES)


def test_an_edit_has_one_file_parsed_again_by_a_process_that_lives_on(
    project: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an editor's server, or flake8, which checks file after file."""
    monkeypatch.chdir(project)

    def found() -> list[tuple[str, int, str]]:
        for index in linter_project._indexes.values():
            index._looked -= 10  # it is looked again at most once in a while
        rows = []
        for name in FOUND_IN:
            text = (project / name).read_text()
            around = project_around(str(project / name), Settings(), "")
            rules = rules_for(name, Settings())
            result = check(name, text, parse(text), Settings(), rules, around)
            rows += [(name, finding.span.line, finding.code) for finding in result.findings]
        return rows

    assert found() == FOUND
    assert {"app.py", "db.py", "jobs.py"} <= set(parsed)
    parsed.clear()
    assert found() == FOUND
    assert parsed == []
    (project / "src/shop/db.py").write_text(FILES["src/shop/db.py"].replace("return make()", "return print()"))
    assert found() == [FOUND[1]]
    assert parsed == ["db.py"]
