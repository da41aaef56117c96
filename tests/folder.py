"""A project in a folder, the command line in this process over it, and git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from celerylint.hosts import config_file
from celerylint.hosts.cli import main
from celerylint.linter.gitignore import repository_root
from tests.processes import clean_environment
from tests.test_cli import Outcome

IDENTITY = {
    **{f"GIT_{who}_{what}": "someone@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


class Folder:
    """A folder that commands run in."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            monkeypatch.delenv(name)

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def read(self, name: str) -> str:
        """The text of a file."""
        return (self.root / name).read_bytes().decode()

    def replace(self, name: str, old: str, new: str) -> None:
        """Edit a file."""
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new))

    def __call__(self, *arguments: str, cwd: str = "") -> Outcome:
        """Run the command line, as in a new process that keeps nothing."""
        for memo in (config_file._nearest, config_file._cache):
            memo.clear()
        repository_root.cache_clear()
        self._monkeypatch.setenv("CELERYLINT_CACHE_DIR", "")
        self._monkeypatch.chdir(self.root / cwd)
        self._capsys.readouterr()
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Outcome(code, *self._capsys.readouterr())

    def check(self, *arguments: str, cwd: str = "") -> Outcome:
        """`celerylint check`."""
        return self("check", *arguments, cwd=cwd)

    def git(self, *arguments: str, cwd: str = "") -> str:
        """Run git."""
        command = ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments]
        done = subprocess.run(
            command, cwd=self.root / cwd, env=clean_environment(IDENTITY), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, message: str = "a commit", cwd: str = "") -> str:
        """Commit everything; the name of the commit."""
        self.git("add", "--all", ".", cwd=cwd)
        self.git("commit", "--quiet", "--allow-empty", "--message", message, cwd=cwd)
        return self.git("rev-parse", "HEAD", cwd=cwd)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Folder:
    """An empty folder that is no repository."""
    root = tmp_path / "shop"
    root.mkdir()
    return Folder(root, monkeypatch, capsys)
