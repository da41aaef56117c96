"""Which files are checked."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from celerylint.linter.gitignore import Ignored
from celerylint.linter.versions import SUFFIXES, Seen, version_of

LEFT_OUT = frozenset(
    ".git .hg .svn .venv venv node_modules __pycache__ build dist .tox .nox .eggs site-packages "
    ".mypy_cache .pytest_cache .ruff_cache".split()
)
"""Folders that are never entered, unless named."""

EXCLUDED = "excluded"
IsExcluded = Callable[[str], bool]


_IRREGULAR = "not a regular file"


class Found(NamedTuple):
    """A file to check, or a path that cannot be: then `cause` says why."""

    path: str
    cause: str | None = None


def discover(
    paths: Iterable[str],
    is_excluded: IsExcluded,
    force_exclude: bool,
    skipped: list[tuple[str, str]] | None = None,
    seen: Seen | None = None,
) -> Iterator[Found]:
    """The Python files under the paths, each once. A file that is named is checked even if excluded, unless forced.

    To `skipped` is added what is left out on somebody's request, and why; to `seen` all that was looked at.
    """
    known: set[tuple[int, int]] = set()
    skipped = [] if skipped is None else skipped
    for path in paths:
        if seen:
            absolute = os.path.abspath(path)
            seen.see_file(absolute, version_of(absolute))
            seen.see_above(os.path.dirname(absolute))
        try:
            status = os.stat(path)
        except (OSError, ValueError) as error:
            yield Found(path or '""', cause_of(error))
            continue
        path = os.path.normpath(path)
        if force_exclude and is_excluded(path):
            skipped.append((path, EXCLUDED))
        elif stat.S_ISDIR(status.st_mode):
            yield from _below(path, is_excluded, known, skipped, seen)
        elif not stat.S_ISREG(status.st_mode):
            yield Found(path, _IRREGULAR)
        elif _is_new(status, known):
            yield Found(path)


def _below(
    root: str,
    is_excluded: IsExcluded,
    known: set[tuple[int, int]],
    skipped: list[tuple[str, str]],
    seen: Seen | None,
) -> Iterator[Found]:
    start = os.path.abspath(root)
    waiting = [(root, start, Ignored.above(start))]
    while waiting:
        folder, absolute, ignored = waiting.pop()
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=_name)
        except OSError as error:
            yield Found(folder, cause_of(error))
            continue
        if seen:
            seen.see_folder(absolute, entries)
        folders = []
        inside = os.path.join(absolute, "")
        for entry in entries:
            name = entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if name in LEFT_OUT if is_folder else not name.endswith(SUFFIXES):
                continue
            path, full = entry.path.removeprefix(f".{os.sep}"), inside + name
            if ignored.covers(full, is_folder):
                skipped.append((path, ".gitignore"))
                continue
            if is_excluded(path):
                skipped.append((path, EXCLUDED))
                continue
            if is_folder:
                folders.append((path, full, ignored.below(full)))
                continue
            try:
                status = entry.stat()
            except OSError as error:
                yield Found(path, cause_of(error))
                continue
            if stat.S_ISREG(status.st_mode):
                if _is_new(status, known):
                    yield Found(path)
            elif not stat.S_ISDIR(status.st_mode):
                yield Found(path, _IRREGULAR)
        waiting += reversed(folders)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _is_new(status: os.stat_result, known: set[tuple[int, int]]) -> bool:
    key = (status.st_dev, status.st_ino)
    if key in known:
        return False
    known.add(key)
    return True


def cause_of(error: Exception) -> str:
    """What is wrong with a file, in words without its path."""
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def shown(path: str) -> str:
    """A path as reports show it: relative to the working directory with `/`; absolute outside it."""
    absolute = os.path.abspath(path)
    here = os.getcwd()
    inside = absolute.startswith(here.rstrip(os.sep) + os.sep)
    return (os.path.relpath(absolute, here) if inside else absolute).replace(os.sep, "/")


def is_below(path: str, folder: str) -> bool:
    """Whether a path is that of a folder (or file), or of something in it."""
    path, folder = os.path.abspath(path), os.path.abspath(folder)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
