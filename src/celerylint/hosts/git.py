"""git, asked about a repository: the only program that this package starts.

Nothing that the repository or the user has set changes what it says, and no helper program is run for it but a filter
that the user's own configuration names (as for Git LFS). Nothing is written, not even the index.
"""

from __future__ import annotations

import os
import subprocess
from typing import NamedTuple

from celerylint.core.settings import SettingsError
from celerylint.linter.changed_lines import ALL, Lines, parse
from celerylint.linter.versions import SUFFIXES

_KEPT = ("GIT_CONFIG", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_SSH")
"""Other variables of git name another repository or index, as in a hook, or change what a diff looks like."""
_DIFF = (
    *(
        "diff",
        "-U0",
        "--inter-hunk-context=0",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--text",
        "--find-renames",
    ),
    *("--src-prefix=a/", "--dst-prefix=b/", "--no-relative", "--ignore-submodules=all", "--diff-filter=d"),
)
_SHALLOW = (
    "the clone is shallow: fetch the history as well (GitHub's actions/checkout: `fetch-depth: 0`; GitLab: "
    '`GIT_DEPTH: "0"`; a shell: `git fetch --unshallow`)'
)


class Changes(NamedTuple):
    """What has changed in a repository: its root, the commit compared with, the changed lines of tracked files by path,
    and which files are tracked at all. Paths are relative to the root, with `/`."""

    root: str
    base: str
    lines: dict[str, Lines]
    tracked: frozenset[str]

    def lines_of(self, path: str) -> Lines:
        """The changed lines of a file: all, if git does not know it."""
        return self.lines.get(path, []) if path in self.tracked else ALL


def root_of(folder: str) -> str:
    """The root of the repository around a folder. Raises SettingsError."""
    return os.path.realpath(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))


def changes_since(ref: str, root: str, others: list[str]) -> Changes:
    """What has changed in the working tree since it parted from a commit: committed, staged or neither. `others` are
    files that count though they are not named like Python. Raises SettingsError."""
    base = _base(ref, root)
    paths = [*(f"*{suffix}" for suffix in SUFFIXES), *(f":(top,literal){path}" for path in others)]
    try:
        lines = parse(_git(root, *_DIFF, base, "--", *paths))
    except ValueError as error:
        raise SettingsError(f"--since {ref}: {error}") from None
    tracked = _git(root, "ls-files", "-z", "--", *paths).split(b"\0")
    return Changes(root, base, lines, frozenset(map(os.fsdecode, tracked)))


def _base(ref: str, root: str) -> str:
    named = "" if ref.startswith("-") else _asked(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    base = named and _asked(root, "merge-base", named, "HEAD")
    if base:
        return base
    if _asked(root, "rev-parse", "--is-shallow-repository") == "true":
        raise SettingsError(f"--since {ref}: not found in {root}; {_SHALLOW}")
    if not named:
        raise SettingsError(f"--since {ref}: no commit of {root} has this name; is it fetched?")
    _git(root, "rev-parse", "--verify", "HEAD")
    raise SettingsError(f"--since {ref}: has no commit in common with HEAD in {root}")


def _asked(root: str, *arguments: str) -> str:
    """What git answers, in one line; nothing if it does not know."""
    done = _run(root, *arguments)
    return "" if done.returncode else done.stdout.decode().strip()


def _git(root: str, *arguments: str) -> bytes:
    done = _run(root, *arguments)
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines() or [f"it failed with {done.returncode}"]
        raise SettingsError(f"--since: git in {root}: {lines[0].removeprefix('fatal: ')}")
    return done.stdout


def _run(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key.startswith(_KEPT)}
    command = ["git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *arguments]
    try:
        return subprocess.run(
            command,
            cwd=folder,
            env={**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        cause = "is not installed" if isinstance(error, FileNotFoundError) else str(error.strerror)
        raise SettingsError(f"--since: git {cause}") from None
