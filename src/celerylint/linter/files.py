"""Which files are checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from celerylint.linter.gitignore import Ignored

LEFT_OUT = frozenset(
    ".git .hg .svn .venv venv node_modules __pycache__ build dist .tox .nox .eggs site-packages "
    ".mypy_cache .pytest_cache .ruff_cache".split()
)
"""Folders that are never entered, unless named."""

_SUFFIXES = (".py", ".pyi")
IsExcluded = Callable[[str], bool]


class Found(NamedTuple):
    """A file to check, or a path that cannot be: then `cause` says why."""

    path: str
    cause: str | None = None


def discover(paths: Iterable[str], is_excluded: IsExcluded, force_exclude: bool) -> Iterator[Found]:
    """The Python files under the paths, each once. A file that is named is checked even if excluded, unless forced."""
    seen: set[tuple[int, int]] = set()
    for path in paths:
        path = os.path.normpath(path)
        try:
            status = os.stat(path)
        except (OSError, ValueError) as error:
            yield Found(path, cause_of(error))
            continue
        if os.path.isdir(path):
            if not (force_exclude and is_excluded(path)):
                yield from _below(path, is_excluded, seen)
        elif not (force_exclude and is_excluded(path)) and _is_new(status, seen):
            yield Found(path)


def _below(root: str, is_excluded: IsExcluded, seen: set[tuple[int, int]]) -> Iterator[Found]:
    start = os.path.abspath(root)
    waiting = [(root, start, Ignored.above(start))]
    while waiting:
        folder, absolute, ignored = waiting.pop()
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            yield Found(folder, cause_of(error))
            continue
        folders = []
        for entry in entries:
            name = entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if name in LEFT_OUT if is_folder else not name.endswith(_SUFFIXES):
                continue
            path, full = entry.path.removeprefix(f".{os.sep}"), os.path.join(absolute, name)
            if ignored.covers(full, is_folder) or is_excluded(path):
                continue
            if is_folder:
                folders.append((path, full, ignored.below(full)))
                continue
            try:
                status = entry.stat()
            except OSError as error:
                yield Found(path, cause_of(error))
                continue
            if not os.path.isdir(path) and _is_new(status, seen):
                yield Found(path)
        waiting += reversed(folders)


def _is_new(status: os.stat_result, seen: set[tuple[int, int]]) -> bool:
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return False
    seen.add(key)
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
