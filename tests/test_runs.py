"""Runs that are kept: the same is said as without, and nothing that changed is missed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from celerylint.hosts import check_files, config_file
from celerylint.hosts.check_command import Request
from celerylint.hosts.cli import main
from celerylint.linter import runs
from celerylint.linter.gitignore import repository_root
from celerylint.linter.runs import KeptRuns, Run
from celerylint.linter.versions import Seen
from tests.processes import clean_environment
from tests.test_cli import BROKEN, MIXED, UNBOUND, write
from tests.test_project_hosts import FILES

LONG_AGO = time.time() - 1000
Said = tuple[int, str, str]


def settle(root: Path) -> None:
    """Make everything below a folder old enough to be kept."""
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            if time.time() - os.lstat(path).st_mtime < 1:
                os.utime(path, (LONG_AGO, LONG_AGO), follow_symlinks=False)


class Runs:
    """Runs of the command line in this process. `checked` counts those in which something was checked."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.cache = root.parent / "cache"
        self.checked = 0
        self._capsys = capsys
        check_paths = check_files.check_paths

        def counted(paths: list[str], request: Request, jobs: int | None, kept: KeptRuns) -> tuple[Run, Seen]:
            self.checked += 1
            return check_paths(paths, request, jobs, kept)

        monkeypatch.setattr(check_files, "check_paths", counted)
        monkeypatch.chdir(root)

    def __call__(self, *arguments: str) -> Said:
        """Exit code, output and errors of `celerylint check`, as of a new process."""
        for memo in (config_file._nearest, config_file._cache):
            memo.clear()
        repository_root.cache_clear()
        code = main(["check", "--cache-dir", str(self.cache), *arguments])
        return code, *self._capsys.readouterr()

    def is_kept(self, *arguments: str) -> bool:
        """Whether a run is answered from the cache, which must say what an own run says."""
        before = self.checked
        said = self(*arguments)
        is_kept = self.checked == before
        assert said == self(*arguments, "--no-cache")
        return is_kept

    @property
    def place(self) -> Path:
        """The file of the only run that is kept."""
        (found,) = self.cache.glob("runs-*/*.json")
        return found


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runs:
    files = {**FILES, "mixed.py": MIXED, "broken.py": BROKEN, "plain.py": "x = 1\n", "shown.md": ""}
    root = write(tmp_path / "shop", files)
    (root / ".git").mkdir()
    settle(root)
    return Runs(root, monkeypatch, capsys)


@pytest.mark.parametrize(
    "options",
    [
        "",
        ". src",
        "src/shop mixed.py",
        "mixed.py",
        "../shop/src",
        "--output-format json",
        "--statistics",
        "--verbose",
        "--quiet --exit-zero",
        "-j4",
        "--select CEL2,CEL5",
        "--extend-select CEL9",
        "--profile all",
        "--conventions async-runner",
        "--exclude src",
        "--force-exclude --exclude mixed.py mixed.py src",
        "--isolated",
        "--config pyproject.toml",
    ],
)
def test_a_second_run_says_the_same_without_checking(options: str, check: Runs) -> None:
    arguments = options.split()
    assert not check.is_kept(*arguments)
    assert check.is_kept(*arguments)
    assert check.is_kept(*arguments)


def test_one_run_serves_every_report_and_number_of_processes(check: Runs) -> None:
    check("-j2")
    checked = check.checked
    for options in ("-j1", "-j4", "--verbose", "--output-format json", "--statistics", "-q", "--exit-zero"):
        assert check.is_kept(*options.split()), options
    assert check.checked == checked + 7


def test_other_folders_paths_and_options_are_other_runs(check: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    check()
    for options in (".", "src", "./.", "--ignore CEL2", "--isolated", "--select CEL", "--force-exclude"):
        assert not check.is_kept(*options.split()) or options == ".", options
        assert check.is_kept(*options.split()), options
    monkeypatch.chdir(check.root / "src")
    assert not check.is_kept()
    assert check.is_kept()
    assert check.is_kept("--verbose")


def edit(name: str, old: str = "", new: str = "") -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        text = (root / name).read_text() if (root / name).exists() else ""
        (root / name).write_text(text.replace(old, new) if old else text + new)
        now = time.time() - 100
        os.utime(root / name, (now, now))

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    "a longer file": edit("plain.py", new="# and more\n"),
    "a file of the same length": edit("mixed.py", "max_retry=3", "max_retry=4"),
    "a mended file": edit("mixed.py", "max_retry=3", "max_retries=3"),
    "a file that others look into": edit("src/shop/jobs.py", "def pay(order_id)", "def pay(order_id, currency)"),
    "a new file": edit("src/shop/new.py", new=UNBOUND),
    "a new file in a new folder": edit("src/deep/er/new.py", new=UNBOUND),
    "a stub": edit("src/shop/jobs.pyi", new="def pay(): ...\n"),
    "a file deleted": lambda root: (root / "mixed.py").unlink(),
    "a file that others look into deleted": lambda root: (root / "src/shop/jobs.py").unlink(),
    "a file renamed": lambda root: (root / "mixed.py").rename(root / "mixed2.py"),
    "a folder renamed": lambda root: (root / "src").rename(root / "lib"),
    "settings": edit("pyproject.toml", new='[tool.celerylint]\nprofile = "strict"\n'),
    "settings of a folder": edit("src/pyproject.toml", new="[tool.celerylint]\nignore = ['CEL3']\n"),
    "broken settings": edit("pyproject.toml", new="[tool.celerylint]\nignor = 1\n"),
    "a new package": edit("src/__init__.py", new=""),
    ".gitignore": edit(".gitignore", new="mixed.py\n"),
    ".gitignore of a folder": edit("src/shop/.gitignore", new="jobs.py\n"),
    ".gitignore above": edit("../.gitignore", new="mixed.py\n"),
    "settings above": edit("../pyproject.toml", new="[tool.celerylint]\nignore = ['CEL2']\n"),
    "no repository": lambda root: (root / ".git").rmdir(),
    "a link to a folder": lambda root: (root / "linked").symlink_to(root / "src"),
    "a file over another": lambda root: (root / "plain.py").replace(root / "src/shop/views.py"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(change: str, check: Runs) -> None:
    check()
    assert check.is_kept()
    CHANGES[change](check.root)
    before = check.checked
    try:
        said = check()
    finally:
        settle(check.root)
    assert check.checked == before + 1
    assert said == check("--no-cache")
    if change != "broken settings":
        check()
        assert check.is_kept()


@pytest.mark.parametrize("name", ["shown.md", "src/notes.txt", "__pycache__/plain.pyc", ".mypy_cache/x"])
def test_what_nobody_looks_at_may_change(name: str, check: Runs) -> None:
    check()
    edit(name, new="more")(check.root)
    assert check.is_kept()


@pytest.mark.parametrize("change", ["edit", "delete", "shadow", "add"])
def test_files_outside_the_paths_count_if_they_were_read_or_looked_for(change: str, check: Runs) -> None:
    """`views.py` alone: `jobs.py` is read for it."""
    assert "CEL504" in check("src/shop/views.py")[1]
    assert check.is_kept("src/shop/views.py")
    edit("mixed.py", new="# not read\n")(check.root)
    assert check.is_kept("src/shop/views.py")
    if change == "edit":
        edit("src/shop/jobs.py", "def pay(order_id)", "def pay(order_id, currency)")(check.root)
    elif change == "delete":
        (check.root / "src/shop/jobs.py").unlink()
    elif change == "shadow":
        edit("src/shop/jobs/__init__.py", new="")(check.root)
    else:
        edit("src/shop/views/__init__.py", new="")(check.root)
    assert not check.is_kept("src/shop/views.py")
    check("src/shop/views.py")
    assert check.is_kept("src/shop/views.py")


def test_a_rule_that_reads_the_whole_project_is_asked_again_when_any_file_changes(check: Runs) -> None:
    options = ["--select", "CEL907", "src/shop/jobs.py"]
    edit("tests/test_jobs.py", new="from shop.jobs import other\n")(check.root)
    assert "CEL907" in check(*options)[1]
    assert check.is_kept(*options)
    edit("tests/test_jobs.py", "other", "pay")(check.root)
    assert not check.is_kept(*options)
    assert "CEL907" not in check(*options)[1]


def test_a_name_of_a_task_may_be_taken_in_any_file_of_the_project(check: Runs) -> None:
    named = UNBOUND.replace("@shared_task", '@shared_task(name="send")')
    edit("src/shop/mails.py", new=named)(check.root)
    assert "CEL108" not in check("src/shop/mails.py")[1]
    assert check.is_kept("src/shop/mails.py")
    edit("src/shop/letters.py", new=named.replace("def send", "def post"))(check.root)
    assert not check.is_kept("src/shop/mails.py")
    assert "CEL108" in check("src/shop/mails.py")[1]
    assert check.is_kept("src/shop/mails.py", "-j4")


def test_a_file_that_has_just_changed_is_not_kept(check: Runs) -> None:
    (check.root / "plain.py").write_text("y = 1\n")
    os.utime(check.root / "plain.py", (time.time() + 60,) * 2)
    assert not check.is_kept()
    assert not check.is_kept()


def test_what_could_not_be_read_is_tried_again(check: Runs) -> None:
    for _ in range(2):
        assert not check.is_kept("mixed.py", "gone.py")
    (check.root / "link.py").symlink_to("gone.py")
    for _ in range(2):
        assert not check.is_kept()


def test_standard_input_is_never_taken_from_a_run(check: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    class Given:
        def __init__(self, text: str) -> None:
            self.buffer = self
            self._data = text.encode()

        def read(self) -> bytes:
            return self._data

    for text, code in ((UNBOUND, 1), ("x = 1\n", 0), (UNBOUND, 1)):
        monkeypatch.setattr(sys, "stdin", Given(text))
        assert check("-", "--stdin-filename", "mixed.py")[0] == code
    assert not list(check.cache.glob("runs-*"))


def test_an_own_cache_folder_and_none(check: Runs) -> None:
    check("--no-cache")
    assert not check.cache.exists()
    check("--cache-dir", "")
    assert not check.cache.exists()
    check()
    assert check.place.parent.stat().st_mode & 0o77 == 0


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'"key"', b"\xff\xfe", b"[" * 100_000, b"\0" * 50, b'{"key": 1}', b"1" * 5000],
)
def test_what_is_no_run_of_ours_is_done_without_and_mended(content: bytes, check: Runs) -> None:
    said = check()
    check.place.write_bytes(content)
    checked = check.checked
    assert check() == said
    assert check.checked == checked + 1
    assert check.is_kept()


BAD: list[object] = [None, 5, "x", [], {}, [[]], [5], {"a": 5}, [None], {"/": 5}, [["mixed.py"]], [["m.py", [[1]], []]]]
GOOD_ROW = [
    *(8, 4, 8, 14, "CEL201", "retry-without-bind", "error", "message", "none"),
    *("charge", "self.retry(countdown=order_id)", 0, 8, 8, None),
]


@pytest.mark.parametrize("part", "key folders names files looks reports silent checked skipped settings roots".split())
def test_every_part_is_checked(part: str, check: Runs) -> None:
    said = check()
    whole = json.loads(check.place.read_text())
    if part != "names":
        assert whole[part]
    for value in [*BAD, ...]:
        broken = {key: each for key, each in whole.items() if key != part}
        if value is not ...:
            broken[part] = value
        harmless = (part in ("reports", "settings", "skipped", "names", "roots") and value in ([], {})) or (
            (part, value) in (("checked", 5), ("files", {}))
        )
        if harmless:
            continue
        check.place.write_text(json.dumps(broken))
        assert check() == said, value


@pytest.mark.parametrize("position", range(len(GOOD_ROW)))
@pytest.mark.parametrize("value", [None, True, 1.5, [], {}, "severe" * 3])
def test_every_part_of_a_finding_is_checked(position: int, value: object, check: Runs) -> None:
    said = check()
    whole = json.loads(check.place.read_text())
    row = whole["reports"][1][2][0]
    assert [type(each) for each in row] == [type(each) for each in GOOD_ROW]
    if type(value) is type(GOOD_ROW[position]) and position not in (6, 8):
        return
    row[position] = value
    check.place.write_text(json.dumps(whole))
    assert check() == said


@pytest.mark.parametrize("kind", ["external", "", None, 5])
@pytest.mark.parametrize("justification", [None, 5, "the app binds it"])
def test_every_part_of_a_suppression_is_checked(kind: object, justification: object, check: Runs) -> None:
    said = check()
    whole = json.loads(check.place.read_text())
    whole["reports"][1][2][0][-1] = [kind, justification]
    check.place.write_text(json.dumps(whole))
    assert check() == said


def test_what_is_suppressed_stays_so(check: Runs) -> None:
    edit("mixed.py", "max_retry=3)", "max_retry=3)  # noqa: CEL105  they wait")(check.root)
    assert "CEL105" not in check()[1]
    assert "they wait" in check.place.read_text()
    assert check.is_kept()


def test_a_run_that_says_nothing_of_the_paths_is_none(check: Runs) -> None:
    said = check()
    whole = json.loads(check.place.read_text())
    check.place.write_text(json.dumps({**whole, "folders": {}, "files": {}, "names": {}, "reports": []}))
    assert check() == said


def test_control_characters_of_a_hostile_run_stay_harmless(check: Runs) -> None:
    check()
    whole = json.loads(check.place.read_text())
    whole["reports"][1][0] = "mixed\x1b[31m\n.py"
    check.place.write_text(json.dumps(whole))
    _, out, err = check()
    assert "\x1b" not in out + err


def test_a_pipe_a_folder_or_a_huge_file_in_its_place_is_done_without(
    check: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = check()
    place = check.place
    place.unlink()
    os.mkfifo(place)
    assert check() == said
    place.unlink()
    place.mkdir()
    (place / "full").touch()
    code, out, err = check("--verbose")
    assert (code, out) == said[:2]
    assert err.count("celerylint: cache: ") == 1
    (place / "full").unlink()
    place.rmdir()
    monkeypatch.setattr(runs, "_LARGEST", 10)
    assert check() == said
    assert check() == said


def test_a_cache_that_cannot_be_written_is_said_in_one_line(check: Runs) -> None:
    check.cache.write_text("in the way")
    code, out, err = check("--verbose")
    assert err.count("celerylint: cache: ") == 1
    assert (code, out) == check("--no-cache")[:2]


def test_another_tool_or_python_is_another_run(check: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    check()
    monkeypatch.setattr(sys, "version", "3.99")
    assert not check.is_kept()


def test_an_installed_tool_changes_with_its_version_only(tmp_path: Path) -> None:
    for place in ("site-packages", "src"):
        package = write(tmp_path / place / "celerylint", {"rules/a.py": "", "b.py": ""})
        before = runs._tool(str(package))
        os.utime(package / "rules" / "a.py", (time.time() + 5,) * 2)
        assert (runs._tool(str(package)) == before) is (place == "site-packages")


def test_runs_at_once_agree_and_leave_a_whole_run(check: Runs) -> None:
    """While a file changes under them."""
    command = [sys.executable, "-m", "celerylint", "check", "--cache-dir", str(check.cache)]
    said = check("--no-cache")
    for _ in range(3):
        running = [
            subprocess.Popen(
                [*command, *jobs],
                cwd=check.root,
                env=clean_environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for jobs in (["-j1"], ["-j2"], ["-j1"])
        ]
        for number in range(20):
            edit("plain.py", new=f"# {number}\n")(check.root)
            time.sleep(0.01)
        for process in running:
            out, err = process.communicate(timeout=120)
            assert (process.returncode, out, err) == said
    assert [path.suffix for path in check.cache.glob("runs-*/*")] == [".json"]
    check()
    assert check.is_kept()
