"""Whatever is edited between two runs, the second says what a run says that remembers nothing; and it checks again only
what may have another answer."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from celerylint.hosts import check_files, config_file
from celerylint.hosts.check_command import Request
from celerylint.hosts.cli import main
from celerylint.linter import project as linter_project
from celerylint.linter.gitignore import repository_root
from celerylint.linter.runs import Report
from tests.corpus import CORPUS
from tests.test_properties import MUTATIONS

MANY = settings(
    deadline=None,
    derandomize=True,
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    database=None,
)
LONG_AGO = 1_000_000_000


class Project:
    """A project in a folder that is the working directory, and runs over it as of new processes."""

    def __init__(self, root: Path) -> None:
        self.root = root / "shop"
        self.cache = root / "cache"
        self._age = 0
        (self.root / ".git").mkdir(parents=True)

    def put(self, name: str, text: str | None) -> None:
        """Give a file another text, or none. Each change has a time of its own, and is old enough to be kept."""
        path = self.root / name
        if text is None:
            path.unlink(missing_ok=True)
            return
        self._age += 1
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        os.utime(path, (LONG_AGO + self._age,) * 2)

    def said(self, *options: str) -> tuple[int, str, str]:
        """Exit code, output and errors of `celerylint check`."""
        for memo in (config_file._nearest, config_file._cache, linter_project._roots):
            memo.clear()
        repository_root.cache_clear()
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(["check", "--verbose", "--cache-dir", str(self.cache), *options])
        return code, out.getvalue(), err.getvalue()

    def agrees(self, *options: str) -> None:
        """A run that remembers says what one says that does not."""
        said = self.said(*options)
        assert said == self.said(*options, "--no-cache")


@contextlib.contextmanager
def folder() -> Iterator[Project]:
    """An empty project."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as root:
        project = Project(Path(root).resolve())
        os.chdir(project.root)
        try:
            yield project
        finally:
            os.chdir(before)


@pytest.fixture
def project() -> Iterator[Project]:
    with folder() as project:
        for name, texts in VARIANTS.items():
            project.put(name, texts[0])
        yield project


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were checked, whatever a run says of others."""
    paths: list[str] = []
    check_file = check_files.check_file

    def noted(path: str, request: Request) -> Report:
        paths.append(path)
        return check_file(path, request)

    monkeypatch.setattr(check_files, "check_file", noted)
    return paths


# --- a small project in many states

APP = "from celery import Celery\n\napp = Celery('shop', broker='redis://')\n"
JOBS = (
    "from shop.app import app\nfrom shop.db import opened\nfrom shop.words import NAME\n\n\n@app.task(name=NAME)\n"
    "def pay(order_id):\n    session = opened()\n    session.execute(order_id)\n"
)
VIEWS = "from .jobs import pay\n\n\ndef close(order_id):\n    pay.delay(order_id, 'EUR')\n"
MAILS = '@shared_task(name="send")\ndef send(self):\n    self.retry()\n'
HEAD = "from celery import shared_task\n\n\n"
NOQA = "@shared_task\ndef tick():\n    tick.retry()  # noqa: CEL201, CEL301\n"
VARIANTS: dict[str, list[str | None]] = {
    "src/shop/__init__.py": ["", "from .jobs import pay\n", None],
    "src/shop/app.py": [
        APP,
        APP + "app.conf.task_ignore_result = True\n",
        APP + "app.conf.task_routes = {'shop.jobs.pay': {'queue': 'money'}}\n",
        APP.replace("app =", "main ="),
        "from shop.factory import app\n",
        APP + "app.autodiscover_tasks(['shop.mails'])\n",
        "x = (\n",
        None,
    ],
    "src/shop/factory.py": [None, APP, APP + "app.conf.task_time_limit = 5\n"],
    "src/shop/words.py": ["NAME = 'pay'\n", "NAME = 'send'\n", "from .other import NAME\n", "# nothing\n"],
    "src/shop/other.py": ["NAME = 'pay'\n", "NAME = 'money'\n", 'task = Task(name="send")\n', None],
    "src/shop/db.py": [
        "from sqlalchemy.orm import sessionmaker\n\nmake = sessionmaker()\n\n\ndef opened():\n    return make()\n",
        "from sqlalchemy.orm import sessionmaker\n\nmake = sessionmaker()\n\n\ndef opened():\n    return print()\n",
        "def opened():\n    return 1\n",
    ],
    "src/shop/jobs.py": [
        JOBS,
        JOBS + "    session.close()\n",
        JOBS.replace("order_id)", "order_id, currency)"),
        JOBS.replace("name=NAME", "bind=True"),
        JOBS.replace("@app.task(name=NAME)\n", ""),
        JOBS.replace("def pay", "def charge"),
        "x = 1\n",
    ],
    "src/shop/views.py": [
        VIEWS,
        VIEWS.replace(", 'EUR'", ""),
        VIEWS.replace(".jobs", "shop"),
        VIEWS.replace("pay.delay(order_id, 'EUR')", "app.send_task('send')").replace(
            ".jobs import pay", ".app import app"
        ),
        VIEWS + "import shop.mails\n",
        "# mails\n",
        "def (\n",
    ],
    "src/shop/mails.py": [
        HEAD + MAILS,
        HEAD + MAILS.replace("send", "post"),
        HEAD + NOQA,
        HEAD + NOQA + "\n\n" + MAILS,
        "",
    ],
    "src/shop/letters.py": [None, HEAD + MAILS.replace("def send", "def post"), HEAD + MAILS, "import shop.mails\n"],
    "tests/test_jobs.py": [
        "from shop.jobs import pay\n",
        "from shop.jobs import charge\n\n\ndef test(): charge()\n",
        "",
    ],
    "Procfile": [None, "worker: celery -A shop.app worker -I shop.mails\n", "worker: celery -A shop worker\n"],
    "docker/compose.yml": [None, "command: celery -A shop.app worker -I shop.mails -c 2\n"],
    "setup.py": ["", None],
    "src/pyproject.toml": [None, '[tool.celerylint]\nignore = ["CEL2"]\n', "[project]\nname = 'shop'\n"],
    "pyproject.toml": [
        "[project]\nname = 'shop'\n",
        None,
        "[tool.celerylint]\nextend = 'base.py'\n"
        "[tool.celerylint.per-file-ignores]\n'src/shop/mails.py' = ['CEL201']\n'x' = ['CEL3']\n",
        '[tool.celerylint]\nexclude = ["views.py"]\n',
    ],
    "base.py": [
        f"[tool.celerylint]\n{line}\n" for line in ("ignore = []", "extend-select = ['CEL9']", "ignore = ['CEL5']")
    ],
    ".gitignore": [None, "letters.py\n"],
}
STABLE = [name for name, texts in VARIANTS.items() if name.endswith(".py") and name.startswith("src")]
"""Edits of these are what a run can save something after: most are of them."""

Edit = tuple[str, int]
EDITS = st.one_of(*[st.sampled_from(STABLE)] * 4, st.sampled_from(sorted(VARIANTS))).flatmap(
    lambda name: st.tuples(st.just(name), st.integers(0, len(VARIANTS[name]) - 1))
)
OPTIONS = st.sampled_from(
    [
        ["--profile", "all"],
        ["--extend-select", "CEL001"],
        ["--profile", "all", "src"],
        ["src/shop", "-j2", "--extend-select", "CEL9"],
    ]
)


@MANY
@given(OPTIONS, st.lists(st.lists(EDITS, min_size=1, max_size=2), min_size=1, max_size=6))
def test_after_any_edits_the_same_is_said(options: list[str], steps: list[list[Edit]]) -> None:
    with folder() as project:
        for name, texts in VARIANTS.items():
            project.put(name, texts[0])
        project.agrees(*options)
        for step in steps:
            for name, number in step:
                project.put(name, VARIANTS[name][number])
            project.agrees(*options)


# --- what is checked again


def again(project: Project, checked: list[str], *options: str) -> list[str]:
    """The files that a run checks again, which says what one says that remembers nothing."""
    del checked[:]
    said = project.said(*options)
    names = sorted(os.path.basename(path) for path in checked)
    assert said == project.said(*options, "--no-cache")
    return names


def edited(project: Project, name: str, old: str = "", new: str = "# more\n") -> None:
    """Change a file: what is written in place of something, or below everything."""
    text = (project.root / name).read_text()
    assert old in text
    project.put(name, text.replace(old, new) if old else text + new)


def test_a_file_that_nobody_reads_is_checked_alone(project: Project, checked: list[str]) -> None:
    assert len(again(project, checked)) == 11
    assert again(project, checked) == []
    for name in ("src/shop/views.py", "tests/test_jobs.py"):
        for _ in range(2):
            edited(project, name)
            assert again(project, checked) == [os.path.basename(name)]
    edited(project, "src/shop/views.py")
    edited(project, "tests/test_jobs.py")
    assert again(project, checked, "-j1") == ["test_jobs.py", "views.py"]


def test_what_was_said_of_others_is_said_again(project: Project, checked: list[str]) -> None:
    project.put("tests/test_app.py", APP)
    project.put("src/shop/broken.py", "import celery\nx = (\n")
    options = ["--select", "CEL5"]
    said = project.said(*options)[2]
    assert "tests/test_app.py: skipped: no rule is on" in said
    assert "broken.py:2:5: syntax error" in said
    edited(project, "src/shop/views.py")
    assert again(project, checked, *options) == ["views.py"]


def test_those_that_read_a_file_are_checked_with_it(project: Project, checked: list[str]) -> None:
    """At first nobody knows which of those that were checked together."""
    project.said()
    edited(project, "src/shop/db.py", "return make()", "return print()")
    assert {"db.py", "jobs.py"} <= set(again(project, checked))
    edited(project, "src/shop/db.py", "return print()", "return make()")
    assert again(project, checked) == ["db.py", "jobs.py"]
    edited(project, "src/shop/jobs.py", "def pay(order_id)", "def pay(order_id, currency)")
    assert again(project, checked) == ["jobs.py", "views.py"]


def test_a_file_whose_bytes_answer_otherwise_has_those_checked_that_asked(project: Project, checked: list[str]) -> None:
    options = ["--extend-select", "CEL1"]
    project.said(*options)
    edited(project, "src/shop/other.py")
    assert again(project, checked, *options) == ["other.py"]
    edited(project, "src/shop/other.py", new='job = task(name="send")\n')
    assert "mails.py" in again(project, checked, *options)
    edited(project, "src/shop/other.py", "send", "post")
    assert again(project, checked, *options) == ["mails.py", "other.py"]


LOADING = {
    "pyproject.toml": "[project]\nname = 'shop'\n",
    "shop/__init__.py": "",
    "shop/app.py": "from celery import Celery\n\napp = Celery('shop', include=['shop.mails'])\n",
    "shop/mails.py": "from shop.app import app\n\n\n@app.task\ndef send(): ...\n",
    "shop/jobs.py": "from celery import shared_task\n\n\n@shared_task\ndef pay(): ...\n",
}


@pytest.mark.parametrize("name", ["Procfile", "compose.yml"])
def test_what_starts_workers_is_looked_at(name: str) -> None:
    """It is no Python, and decides whether a module with tasks is loaded."""
    with folder() as project:
        for path, code in LOADING.items():
            project.put(path, code)
        for text in (None, "", "celery -A shop.app worker -I shop.jobs", "celery -A shop.app worker", None):
            project.put(name, text)
            said = project.said()
            assert ("shop/jobs.py" in said[1]) is ("-I" not in (text or "")), said
            project.agrees()


def test_what_starts_workers_is_looked_at_after_an_edit_too() -> None:
    with folder() as project:
        for path in sorted((CORPUS / "default_queue_not_consumed" / "bad_sent_in_other_file").rglob("*.py")):
            project.put(path.relative_to(path.parents[1]).as_posix(), path.read_text("utf-8"))
        project.put("pyproject.toml", "[project]\nname = 'post'\n")
        workers = (None, "worker: celery -A post worker", "worker: celery -A post worker -Q celery")
        for number, text in enumerate(workers):
            project.put("post/note.py", f"NUMBER = {number}\n")
            project.put("Procfile", text)
            project.agrees("--select", "CEL727")
        assert project.said("--select", "CEL727")[0] == 0
        project.put("post/note.py", "")
        project.put("Procfile", None)
        assert project.said("--select", "CEL727")[0] == 1


def test_settings_may_be_called_like_code(project: Project, checked: list[str]) -> None:
    project.put("pyproject.toml", VARIANTS["pyproject.toml"][2])
    everything = len(again(project, checked))
    for text in VARIANTS["base.py"][1:]:
        project.put("base.py", text)
        assert len(again(project, checked)) == everything > 0


def test_what_settings_ignore_is_known_of_files_that_are_not_checked_again(
    project: Project, checked: list[str]
) -> None:
    project.put("pyproject.toml", VARIANTS["pyproject.toml"][2])
    options = ["--extend-select", "CEL001"]
    said = project.said(*options)[1]
    assert "`CEL3` suppresses nothing" in said
    assert "CEL201" not in said
    edited(project, "src/shop/views.py")
    assert again(project, checked, *options) == ["views.py"]


@pytest.mark.parametrize("part", "folders looks reports silent skipped".split())
def test_every_part_of_what_is_kept_is_checked_after_an_edit(part: str, project: Project, checked: list[str]) -> None:
    project.said()
    (place,) = project.cache.glob("runs-*/*.json")
    whole = json.loads(place.read_text())
    assert whole[part]
    edited(project, "src/shop/views.py")
    said = project.said("--no-cache")
    values: list[object] = [None, 5, "x", [], {}, [[]], [5], {"a": 5}, [[1, 2]], [[["a"], [5]]]]
    for value in [*values, [["a", "", [], [], "", [], 99]]]:
        place.write_text(json.dumps({**whole, part: value}))
        assert project.said()[:2] == said[:2], value
    place.write_text(json.dumps(whole))
    assert again(project, checked) == ["views.py"]


@pytest.mark.parametrize("name", ["src/shop/letters.py", "src/shop/pyproject.toml", "setup.cfg", ".gitignore"])
def test_what_comes_has_everything_checked_again(name: str, project: Project, checked: list[str]) -> None:
    everything = len(again(project, checked))
    project.put(name, "")
    assert len(again(project, checked)) == everything + name.endswith(".py")
    project.put(name, None)
    assert len(again(project, checked)) == everything


# --- the projects of the corpus, edited blindly

CASES = sorted({path.parent for path in CORPUS.glob("*/*/*.py")})


@MANY
@given(st.sampled_from(CASES), st.sampled_from(CASES), st.randoms(use_true_random=False))
def test_after_blind_edits_of_projects_the_same_is_said(one: Path, other: Path, chance: random.Random) -> None:
    with folder() as project:
        shutil.copytree(one, project.root / one.name)
        shutil.copytree(other, project.root / "other" / other.name)
        files = sorted(str(path.relative_to(project.root)) for path in project.root.rglob("*.py"))
        for name in files:
            project.put(name, (project.root / name).read_text())
        project.agrees("--profile", "all")
        for _ in range(5):
            name = chance.choice(files)
            source = project.root / (name if chance.random() < 0.9 else chance.choice(files))
            lines = source.read_text().splitlines() if source.exists() else ["x = 1"]
            change = chance.choice(MUTATIONS)
            lines = change(lines, chance.randrange(len(lines)), chance.randrange(len(lines))) if lines else ["y = 2"]
            project.put(name, None if chance.random() < 0.05 else "\n".join(lines) + "\n")
            project.agrees("--profile", "all")
