"""`celerylint init`: looks, shows what it saw, and writes it; nothing that is there is lost."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from celerylint.hosts.cli import main
from celerylint.hosts.settings_table import settings_from
from tests.test_cli import Outcome, celerylint, write

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PYPROJECT = """\
[project]
name = "shop"
dependencies = ["celery"]

[tool.ruff.lint]
select = ["ALL"]  # all
"""
FILES = {
    "pyproject.toml": PYPROJECT,
    "Procfile": "worker: celery -A shop worker -P gevent -Q mails,celery\n",
    "requirements.txt": "celery[redis]==5.3.6\n",
    "shop/__init__.py": "",
    "shop/app.py": "from celery import Celery\n\napp = Celery('shop')\n",
    "shop/loops.py": "import asyncio\n\n\ndef in_loop(coroutine):\n    return asyncio.run(coroutine)\n",
    "shop/work.py": (
        "from shop.app import app\nfrom shop.loops import in_loop\n\n\nasync def load(ids): ...\n\n\n"
        "@app.task(max_retry=3)\ndef work(ids):\n    in_loop(load(ids))\n"
    ),
    "shop/views.py": "from shop.work import work\n\n\ndef view():\n    work.apply_async(queue='mails')\n",
}
TABLE = {
    "target-celery": "5.3",
    "worker-pool": "gevent",
    "queues": ["mails", "celery"],
    "async-runners": ["run_async", "_run_async", "async_to_sync", "in_loop"],
}


def init(root: Path, *arguments: str) -> Outcome:
    return celerylint("init", *arguments, cwd=root)


def table_of(root: Path) -> dict[str, object]:
    document = tomllib.loads((root / "pyproject.toml").read_text())
    found: dict[str, object] = document["tool"]["celerylint"]
    return found


def test_what_is_found_is_written_and_shown(tmp_path: Path) -> None:
    outcome = init(write(tmp_path, FILES))
    assert outcome.code == 0
    assert table_of(tmp_path) == TABLE
    settings_from(table_of(tmp_path), "x")
    text = (tmp_path / "pyproject.toml").read_text()
    kept = text.replace('external = ["CEL"]\n', "").partition("\n[tool.celerylint]")[0]
    assert kept == PYPROJECT
    assert tomllib.loads(text)["tool"]["ruff"]["lint"] == {"external": ["CEL"], "select": ["ALL"]}
    for line in (
        "1 task, 3 files with a word of Celery below .",
        'async-runners = ["in_loop"]',
        "    runs the coroutine that it is given; 1 call in task code: shop/loops.py:4, shop/work.py:10",
        'worker-pool = "gevent"',
        "    each command that starts a worker names it: Procfile:1",
        'target-celery = "5.3"',
        "    the version that is locked: requirements.txt:1",
        "  celerylint baseline create    accept those that are there, and hear of new ones only",
    ):
        assert line in outcome.out.splitlines()
    assert outcome.err == "celerylint: wrote pyproject.toml\n"


def test_the_number_of_findings_is_that_of_a_check(tmp_path: Path) -> None:
    outcome = init(write(tmp_path, FILES))
    said = re.search(
        r"what to start with: (\d+) findings? in (\d+) files? \((\d+) without what was found\)", outcome.out
    )
    assert said
    checked = celerylint("check", cwd=tmp_path).codes
    assert (int(said[1]), int(said[3])) == (len(checked), len(celerylint("check", "--isolated", cwd=tmp_path).codes))
    assert checked


@pytest.mark.parametrize("option", ["--dry-run", "--diff"])
def test_nothing_is_written_to_look(option: str, tmp_path: Path) -> None:
    write(tmp_path, FILES)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    outcome = init(tmp_path, option)
    assert outcome.code == 0
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    if option == "--diff":
        (tmp_path / "change.diff").write_text(outcome.out)
        assert os.system(f"cd {tmp_path} && patch -p0 -s < change.diff") == 0
        assert table_of(tmp_path) == TABLE
    else:
        assert outcome.err == "celerylint: would write pyproject.toml\n"


def test_a_table_that_is_there_stays(tmp_path: Path) -> None:
    own = '[tool.celerylint]\nprofile = "strict"\nasync-runners = ["mine"]  # ours\n'
    write(tmp_path, {**FILES, "pyproject.toml": own})
    outcome = init(tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "celerylint: pyproject.toml:1: [tool.celerylint] is there; --update adds to it, --force writes it anew\n"
    )
    assert (tmp_path / "pyproject.toml").read_text() == own
    assert init(tmp_path, "--update").code == 0
    assert table_of(tmp_path) == {**TABLE, "profile": "strict", "async-runners": ["in_loop", "mine"]}
    assert "# ours" in (tmp_path / "pyproject.toml").read_text()
    once = (tmp_path / "pyproject.toml").read_text()
    assert "Nothing to name" in init(tmp_path, "--update").out
    assert (tmp_path / "pyproject.toml").read_text() == once
    assert init(tmp_path, "--force").code == 0
    assert table_of(tmp_path) == TABLE


def test_a_project_without_a_settings_file(tmp_path: Path) -> None:
    files = {name: text for name, text in FILES.items() if name.startswith("shop/")}
    outcome = init(write(tmp_path, {**files, "setup.cfg": ""}), "shop")
    assert outcome.code == 0
    assert table_of(tmp_path) == {"async-runners": TABLE["async-runners"]}


def test_what_held_until_now_is_built_on(tmp_path: Path) -> None:
    """A table of its own would hide the one above."""
    above = "[tool.celerylint]\nasync-runners = ['theirs']\nignore = ['CEL105']\nworker-pool = 'threads'\n"
    files = {f"app/{name}": text for name, text in FILES.items()}
    write(tmp_path, {**files, "pyproject.toml": above})
    assert celerylint("check", "app", cwd=tmp_path).codes == ["CEL504"]
    outcome = init(tmp_path / "app")
    assert outcome.code == 0
    assert table_of(tmp_path / "app") == {
        "extend": "../pyproject.toml",
        "target-celery": "5.3",
        "queues": ["mails", "celery"],
        "async-runners": ["theirs", "in_loop"],
    }
    assert 'extend = "../pyproject.toml"\n    its settings held here until now: ../pyproject.toml:1\n' in outcome.out
    assert celerylint("check", "app", cwd=tmp_path).codes == ["CEL504"]
    write(tmp_path, {"base.toml": above, "app/pyproject.toml": '[tool.celerylint]\nextend = "../base.toml"\n'})
    assert init(tmp_path / "app", "--update").code == 0
    assert table_of(tmp_path / "app")["async-runners"] == ["theirs", "in_loop"]
    assert "worker-pool" not in table_of(tmp_path / "app")


def test_nothing_to_find(tmp_path: Path) -> None:
    outcome = init(write(tmp_path, {"pyproject.toml": "", "a.py": "x = 1\n"}))
    assert outcome.code == 0
    assert "Nothing to name" in outcome.out
    assert (tmp_path / "pyproject.toml").read_text() == "[tool.celerylint]\n"


@pytest.mark.parametrize(
    ("procfile", "view", "queues", "note"),
    [
        ("w: celery worker -Q mails\n", "mails", ["mails"], None),
        ("w: celery worker -Q mails\n", "reports", None, "queues: left out, tasks are sent to 'reports' as well"),
        ("w: celery worker -Q mails\nx: celery worker\n", "mails", None, None),
        ("w: celery worker -Q $QUEUES\n", "mails", None, None),
        ("w: celery worker -Q mails $MORE\n", "mails", ["mails"], None),
    ],
)
def test_queues_are_proposed_if_they_are_all(
    procfile: str, view: str, queues: list[str] | None, note: str | None, tmp_path: Path
) -> None:
    views = FILES["shop/views.py"].replace("mails", view)
    outcome = init(write(tmp_path, {**FILES, "Procfile": procfile, "shop/views.py": views}))
    assert table_of(tmp_path).get("queues") == queues
    assert note is None or note in outcome.out


@pytest.mark.parametrize(
    ("procfile", "code", "pool"),
    [
        ("w: celery worker\n", "", "prefork"),
        ("w: celery worker\n", "app.conf.worker_pool = 'threads'\n", None),
        ("w: celery worker -P solo\n", "app.conf.worker_pool = 'threads'\n", "solo"),
        ("w: celery worker -P solo\nx: celery worker\n", "", None),
        ("w: celery worker -P $POOL\nx: celery worker -P solo\n", "", None),
        ("", "", None),
    ],
)
def test_the_pool_is_proposed_if_it_is_one(procfile: str, code: str, pool: str | None, tmp_path: Path) -> None:
    init(write(tmp_path, {**FILES, "Procfile": procfile, "shop/app.py": FILES["shop/app.py"] + code}))
    assert table_of(tmp_path).get("worker-pool") == pool


@pytest.mark.parametrize(
    ("files", "changed", "text"),
    [
        ({"pyproject.toml": "[tool.ruff]\n"}, "pyproject.toml", '[tool.ruff.lint]\nexternal = ["CEL"]\n'),
        ({"ruff.toml": "[lint]\nselect = ['E']\n"}, "ruff.toml", "[lint]\nexternal = [\"CEL\"]\nselect = ['E']\n"),
        ({"ruff.toml": "external = ['V']\n"}, "ruff.toml", "external = [\"CEL\", 'V']\n"),
        ({"ruff.toml": "[lint]\nexternal = ['CEL']\n"}, "ruff.toml", "[lint]\nexternal = ['CEL']\n"),
        ({".pre-commit-config.yaml": "- repo: x/ruff-pre-commit\n"}, "pyproject.toml", "[tool.ruff.lint]"),
        ({"pyproject.toml": "[tool.black]\n"}, "pyproject.toml", "[tool.black]\n\n[tool.celerylint]\n"),
    ],
)
def test_ruff(files: dict[str, str], changed: str, text: str, tmp_path: Path) -> None:
    assert init(write(tmp_path, {"pyproject.toml": "", "a.py": "", **files})).code == 0
    assert text in (tmp_path / changed).read_text()


def test_what_ruff_has_otherwise_is_left_to_a_person(tmp_path: Path) -> None:
    outcome = init(write(tmp_path, {"pyproject.toml": "tool.ruff.lint.select = []\n", "a.py": ""}))
    assert outcome.code == 0
    assert '(ruff needs `external = ["CEL"]` to keep `# noqa: CEL...`; add it yourself: ' in outcome.out
    assert (tmp_path / "pyproject.toml").read_text() == "tool.ruff.lint.select = []\n\n[tool.celerylint]\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({".flake8": "[flake8]\nselect = E,F\n"}, "add `extend-select = CEL` to .flake8"),
        ({"setup.cfg": "[flake8]\nmax-line-length = 99\n"}, "flake8 reports the same once celerylint is installed"),
        ({".pre-commit-config.yaml": "repos: []\n"}, "- id: celerylint"),
    ],
)
def test_next_steps(files: dict[str, str], said: str, tmp_path: Path) -> None:
    assert said in init(write(tmp_path, {"pyproject.toml": "", **files})).out


def test_a_pack_whose_words_the_project_uses(tmp_path: Path) -> None:
    work = "@app.task\n@single_instance('a')\ndef work(): ...\n"
    work = f"from shop.app import app\nfrom shop.locks import single_instance\n\n\n{work}"
    outcome = init(write(tmp_path, {**FILES, "shop/work.py": work}))
    said = re.search(
        r'With conventions = \["single-instance-tasks"\]: (\d+) more; .* \(single_instance, shop/work', outcome.out
    )
    assert said
    now = len(celerylint("check", cwd=tmp_path).codes)
    assert now + int(said[1]) == len(celerylint("check", "--conventions", "single-instance-tasks", cwd=tmp_path).codes)


@pytest.mark.parametrize(
    "where", ["celerylint.linter.survey.Survey._see_names", "celerylint.linter.proposals._task_bases"]
)
def test_an_internal_error_loses_nothing_else(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise RuntimeError("one line\nand another")

    fail.__name__ = "_task_bases"
    monkeypatch.setattr(where, fail)
    write(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 2
    assert table_of(tmp_path)["async-runners"] == TABLE["async-runners"]


@pytest.mark.parametrize(
    ("arguments", "pyproject", "said"),
    [
        (["gone"], "", "gone: no folder"),
        (["--update", "--force"], "", "--update and --force exclude each other"),
        ([], "[tool", "pyproject.toml: not valid TOML: "),
        (["--update"], "[tool.celerylint]\nx = 1\n", "pyproject.toml: tool.celerylint.x: unknown setting"),
    ],
)
def test_what_cannot_be_done(arguments: list[str], pyproject: str, said: str, tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": pyproject, "a.py": ""})
    outcome = init(tmp_path, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.removeprefix("celerylint: ").removeprefix(f"{tmp_path}/").startswith(said)
    assert outcome.err.count("\n") == 1
    assert (tmp_path / "pyproject.toml").read_text() == pyproject
