"""The pre-commit hooks, run by pre-commit itself from a commit of this tree."""

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
from tests.processes import Done, run, unreachable

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]
UNBOUND = """\
from celery import Celery

app = Celery("shop")


@app.task
def charge(order_id):
    self.retry(countdown=order_id)
"""
FINDING = "8:5: CEL201 `self.retry` in `charge`"
SETTINGS = '[tool.celerylint]\nexclude = ["legacy"]\n'
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
    """A repository that uses the hook."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.more = {"PRE_COMMIT_HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull}

    def run(self, *arguments: str, hook: str = "celerylint") -> Done:
        command = [*PRE_COMMIT, "run", "--color=never", hook, *(arguments or ["--all-files"])]
        return run(command, self.folder, more=self.more)

    def write(self, **files: str) -> None:
        for name, text in files.items():
            path = self.folder / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        git(self.folder, "add", "--all")


@pytest.fixture(scope="session")
def home(shared_root: Path) -> tuple[Path, Path, str]:
    """Where pre-commit keeps its environments, a commit of this tree, and its id; shared by all processes."""
    folder, tree, ready = shared_root / "pre-commit-home", shared_root / "tree", shared_root / "tree.ready"
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


@pytest.fixture
def consumer(tmp_path: Path, home: tuple[Path, Path, str], shared_root: Path) -> Consumer:
    folder, tree, revision = home
    config = {
        "repos": [{"repo": str(tree), "rev": revision, "hooks": [{"id": "celerylint"}, {"id": "celerylint-fix"}]}]
    }
    (tmp_path / ".pre-commit-config.yaml").write_text(json.dumps(config))
    (tmp_path / "pyproject.toml").write_text(SETTINGS)
    (tmp_path / "clean.py").write_text("from celery import Celery\n\napp = Celery('shop')\n")
    commit(tmp_path)
    consumer = Consumer(tmp_path, folder)
    with FileLock(shared_root / "hook.lock"):
        done = run([*PRE_COMMIT, "install-hooks", "--color=never"], tmp_path, more=consumer.more)
    cause = unreachable(done)
    if cause:
        pytest.skip(f"the hook's environment cannot be made: {cause}")
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
