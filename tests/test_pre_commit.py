"""The hooks, run by pre-commit and by prek from a commit of this tree."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests.corpus import ROOT
from tests.processes import Done, run, run_module, unreachable

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
BIN = Path(sys.executable).parent
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
TOOLS = {"pre-commit": PRE_COMMIT, "prek": [str(BIN / "prek")]}
UNBOUND = """\
from celery import Celery

app = Celery("shop")


@app.task
def charge(order_id):
    self.retry(countdown=order_id)
"""
FINDING = "8:5: CEL201 `self.retry` in `charge`"
SETTINGS = '[tool.celerylint]\nexclude = ["legacy"]\n'
FLAKE8 = """\
- id: flake8
  name: flake8
  entry: flake8
  language: python
  types: [python]
  require_serial: true
"""
AUTHOR = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]


def git(folder: Path, *arguments: str) -> str:
    done = run(["git", *AUTHOR, *arguments], folder, more={"GIT_CONFIG_GLOBAL": os.devnull})
    assert done.code == 0, done
    return done.out


def commit(folder: Path) -> str:
    """Make a folder a repository of one commit; its id."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All")
    return git(folder, "rev-parse", "HEAD").strip()


class Consumer:
    """A repository that uses the hooks by one of the tools."""

    def __init__(self, folder: Path, home: Path, tool: str) -> None:
        self.folder = folder
        self.tool = TOOLS[tool]
        self.more = {
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "PREK_HOME": str(home / "prek"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PATH": os.pathsep.join([str(BIN), os.environ["PATH"]]),  # prek asks uv for environments
        }

    def run(self, *arguments: str, hook: str = "celerylint") -> Done:
        return self.run_staged(hook, *(arguments or ["--all-files"]))

    def run_staged(self, hook: str = "celerylint", *arguments: str) -> Done:
        """What a commit would run."""
        return run([*self.tool, "run", "--color=never", hook, *arguments], self.folder, more=self.more)

    def write(self, **files: str) -> None:
        for name, text in files.items():
            path = self.folder / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        git(self.folder, "add", "--all")


@pytest.fixture(scope="session")
def home(shared_root: Path) -> tuple[Path, Path, str]:
    """Where the tools keep their environments, a commit of this tree, and its id; shared by all processes."""
    folder, tree, ready = shared_root / "hooks", shared_root / "tree", shared_root / "tree.ready"
    with FileLock(shared_root / "tree.lock"):
        if not ready.exists():
            files = subprocess.run(
                ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=True,
            )
            wanted = [name for name in files.stdout.split("\0") if name.startswith("src/") or "/" not in name]
            for path in map(Path, wanted):
                if (ROOT / path).is_file():
                    (tree / path).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(ROOT / path, tree / path)
            ready.write_text(commit(tree))
    return folder, tree, ready.read_text()


@pytest.fixture(scope="session")
def flake8(shared_root: Path) -> Path:
    """A repository with flake8's own hook, as a mirror has it: theirs is not to be had offline."""
    folder = shared_root / "flake8"
    with FileLock(shared_root / "flake8.lock"):
        if not (folder / ".git").exists():
            folder.mkdir()
            (folder / "setup.py").write_text(
                "from setuptools import setup\nsetup(name='hooks', install_requires=['flake8'])\n"
            )
            (folder / ".pre-commit-hooks.yaml").write_text(FLAKE8)
            commit(folder)
    return folder


@pytest.fixture(params=TOOLS)
def consumer(
    request: pytest.FixtureRequest, tmp_path: Path, home: tuple[Path, Path, str], flake8: Path, shared_root: Path
) -> Consumer:
    folder, tree, revision = home
    ours = {"repo": str(tree), "rev": revision, "hooks": [{"id": "celerylint"}, {"id": "celerylint-fix"}]}
    theirs = {
        "repo": str(flake8),
        "rev": git(flake8, "rev-parse", "HEAD").strip(),
        "hooks": [
            {"id": "flake8", "args": ["--select=CEL"], "additional_dependencies": [f"celerylint @ {tree.as_uri()}"]}
        ],
    }
    (tmp_path / ".pre-commit-config.yaml").write_text(json.dumps({"repos": [ours, theirs]}))
    (tmp_path / "pyproject.toml").write_text(SETTINGS)
    (tmp_path / "clean.py").write_text("from celery import Celery\n\napp = Celery('shop')\n")
    commit(tmp_path)
    consumer = Consumer(tmp_path, folder, request.param)
    with FileLock(shared_root / f"{request.param}.lock"):
        done = run([*consumer.tool, "install-hooks", "--color=never"], tmp_path, more=consumer.more)
    cause = unreachable(done)
    if cause:
        pytest.skip(f"the hooks' environments cannot be made: {cause}")
    assert done.code == 0, done
    return consumer


def test_the_manifest_is_valid(tmp_path: Path) -> None:
    done = run([*PRE_COMMIT, "validate-manifest", str(MANIFEST)], tmp_path)
    assert done == (0, "", "")
    (tmp_path / "broken.yaml").write_text(MANIFEST.read_text().replace("language: python", "language: pithon"))
    assert run([*PRE_COMMIT, "validate-manifest", "broken.yaml"], tmp_path).code == 1


def test_each_hook_of_the_manifest_is_for_all_python_files_at_once() -> None:
    """In several processes each would index the project; files that are excluded stay so though they are named."""
    lines = MANIFEST.read_text().splitlines()
    assert [line for line in lines if line.startswith("-")] == ["- id: celerylint", "- id: celerylint-fix"]
    assert "  entry: celerylint check --force-exclude" in lines
    assert "  entry: celerylint check --fix --force-exclude" in lines
    for line in ("  language: python", "  types_or: [python, pyi]", "  require_serial: true"):
        assert lines.count(line) == 2


def test_the_second_hook_mends_and_fails_the_commit(consumer: Consumer) -> None:
    """Also where nothing is left to find: what it changed is not staged yet."""
    bad = UNBOUND.replace("@app.task", "@app.task(bind=True)").replace("order_id):", "):").replace("order_id", "60")
    consumer.write(tasks=bad)
    done = consumer.run(hook="celerylint-fix")
    assert done.code == 1, done
    assert "files were modified by this hook" in done.out
    assert "def charge(self):" in (consumer.folder / "tasks.py").read_text()
    git(consumer.folder, "add", "--all")
    assert consumer.run(hook="celerylint-fix").code == 0


def test_a_clean_file_passes(consumer: Consumer) -> None:
    done = consumer.run()
    assert done.code == 0, done
    assert "Passed" in done.out


def test_a_finding_fails_the_commit_and_is_shown(consumer: Consumer) -> None:
    consumer.write(shop__tasks=UNBOUND)
    done = consumer.run()
    assert done.code == 1
    assert "- exit code: 1" in done.out
    assert f"shop/tasks.py:{FINDING}" in done.out
    assert "clean.py" not in done.out


def test_excluded_files_are_left_out_though_pre_commit_names_them(consumer: Consumer) -> None:
    consumer.write(legacy__tasks=UNBOUND)
    assert consumer.run().code == 0
    assert consumer.run("--files", "legacy/tasks.py").code == 0


def test_only_the_files_of_the_commit_are_checked(consumer: Consumer) -> None:
    consumer.write(tasks=UNBOUND, other=UNBOUND)
    done = consumer.run("--files", "other.py")
    assert f"other.py:{FINDING}" in done.out
    assert "\ntasks.py" not in done.out


def test_stubs_are_checked_and_other_files_are_not(consumer: Consumer) -> None:
    (consumer.folder / "tasks.pyi").write_text(UNBOUND)
    (consumer.folder / "tasks.txt").write_text(UNBOUND)
    git(consumer.folder, "add", "--all")
    done = consumer.run()
    assert f"tasks.pyi:{FINDING}" in done.out
    assert "tasks.txt" not in done.out


def test_a_file_that_cannot_be_parsed_fails_the_commit(consumer: Consumer) -> None:
    consumer.write(tasks="from celery import Celery\ndef charge(:\n")
    done = consumer.run()
    assert done.code == 1
    assert "- exit code: 2" in done.out
    assert "celerylint: tasks.py:2:" in done.out


def test_what_is_not_staged_is_put_aside(consumer: Consumer) -> None:
    """The commit is judged, not what is being worked on; and both are there afterwards."""
    consumer.write(tasks=UNBOUND)
    path = consumer.folder / "tasks.py"
    path.write_text(
        f"{UNBOUND}# a mended line\n".replace("@app.task\n", "@app.task(bind=True)\n").replace("(order", "(self, order")
    )
    working = path.read_text()
    done = consumer.run_staged()
    assert done.code == 1, done
    assert f"tasks.py:{FINDING}" in done.out
    assert path.read_text() == working
    git(consumer.folder, "add", "--all")
    assert consumer.run_staged().code == 0


def test_settings_of_the_repository_hold(consumer: Consumer) -> None:
    (consumer.folder / "pyproject.toml").write_text(f'{SETTINGS}ignore = ["CEL201"]\n')
    consumer.write(tasks=UNBOUND)
    assert consumer.run().code == 0
    (consumer.folder / "pyproject.toml").write_text(f'{SETTINGS}ignor = ["CEL201"]\n')
    done = consumer.run()
    assert done.code == 1
    assert "- exit code: 2" in done.out
    assert "unknown setting; did you mean 'ignore'?" in done.out


def test_flake8s_own_hook_finds_the_same(consumer: Consumer) -> None:
    consumer.write(shop__tasks=UNBOUND)
    done = consumer.run(hook="flake8")
    assert done.code == 1, done
    assert f"shop/tasks.py:{FINDING}" in done.out
    consumer.write(shop__tasks=UNBOUND.replace("order_id)\n", "order_id)  # noqa: CEL201\n"))
    assert consumer.run(hook="flake8").code == 0
    assert consumer.run().code == 0


def test_a_baseline_holds_what_was_there_before(consumer: Consumer) -> None:
    consumer.write(tasks=UNBOUND)
    assert run_module("celerylint", "baseline", "create", cwd=consumer.folder).code == 0
    git(consumer.folder, "add", "--all")
    assert consumer.run().code == 0
    assert consumer.run("--files", "tasks.py").code == 0
    consumer.write(tasks=UNBOUND + UNBOUND.split('"shop")\n')[1].replace("charge", "refund"))
    done = consumer.run()
    assert done.code == 1, done
    assert "tasks.py:13:5: CEL201" in done.out
    assert "tasks.py:8:" not in done.out
