"""What tells whether files and folders are as they were, without reading a file."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from celerylint.linter.look import Look

SETTLED = 100_000_000
"""A file that changed less than so many nanoseconds ago may change again without another time."""

SUFFIXES = (".py", ".pyi")
MARKS = ("pyproject.toml", ".gitignore", ".git", "setup.cfg", "setup.py")
"""Names of what may stand in a folder above a file and decide how, and whether, that is checked."""

_PASSING = frozenset("__pycache__ .mypy_cache .pytest_cache .ruff_cache .tox .nox .eggs".split())
"""Folders that come by running tools, and are never looked into."""


class Version(NamedTuple):
    """What tells a file from another version of it without reading it: its size in bytes, and the time of its last
    change in nanoseconds."""

    size: int
    mtime_ns: int


_FOLDER = Version(0, 0)
_VARIOUS = Version(-1, -1)
UNSETTLED = "/?"
_NO_FILE = frozenset({"", "-"})
"""How the version of what is no file, or not there, begins in the line of a folder."""


def version_of(path: str) -> Version | None:
    """The version of a file; None if there is none. Every folder has the same one."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return _FOLDER if stat.S_ISDIR(status.st_mode) else Version(status.st_size, status.st_mtime_ns)


def names_in(folder: str) -> frozenset[str]:
    """The names in a folder; none if it is none."""
    try:
        return frozenset(os.listdir(folder))
    except (OSError, ValueError):
        return frozenset()


def contents(entries: Iterable[os.DirEntry[str]], since: int | None = None) -> str:
    """What there is in a folder for anybody who looks for Python files, with versions. A file that changed after
    `since` has none: its line is one that no other text has."""
    lines = []
    for entry in entries:
        name = entry.name.replace("\n", "\0")
        if entry.is_dir(follow_symlinks=False):
            if name not in _PASSING:
                lines.append(f"{name}/")
        elif name.endswith(SUFFIXES) or name in MARKS:
            try:
                status = entry.stat()
            except OSError:
                lines.append(f"{name}/-")
                continue
            is_settled = since is None or status.st_mtime_ns < since
            lines.append(f"{name}/{status.st_size}/{status.st_mtime_ns}" if is_settled else f"{name}{UNSETTLED}")
        elif "." not in name:
            lines.append(f"{name}/")
    lines.sort()
    return "\n".join(lines)


class Seen:
    """What a run looked at: `folders` with all Python files in them, `names` of other folders that names of modules
    were looked up in, `files` elsewhere, with None for what is not there, and by the root of a project the files that
    may start its workers (`deployed`). `looks` are, by name, what was learned from Python files."""

    def __init__(self) -> None:
        self.since = time.time_ns() - SETTLED
        self.folders: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.files: dict[str, Version | None] = {}
        self.deployed: dict[str, str] = {}
        self.looks: dict[str, Look] = {}
        self.look = ""
        """The name of the look that the last check had a part in; empty if it asked nobody."""
        self.keeps_apart = False
        """Whether each check is to have a look of its own: that costs a tenth more, and after the next edit less is
        checked again."""
        self._lines: dict[str, dict[str, str]] = {}

    def see_folder(self, folder: str, entries: Iterable[os.DirEntry[str]]) -> None:
        """A folder was searched for Python files."""
        text = contents(entries, self.since)
        self.folders[folder] = text if self.folders.get(folder, text) == text else UNSETTLED

    def see_names(self, folder: str, names: Iterable[str]) -> None:
        """The names in a folder were asked for."""
        text = _module_names(names)
        self.names[folder] = text if self.names.get(folder, text) == text else UNSETTLED

    def see_file(self, path: str, version: Version | None) -> None:
        """A file was read, or looked for."""
        self.files[path] = version if self.files.get(path, version) == version else _VARIOUS

    def see_deployed(self, root: str, text: str) -> None:
        """The files that may start the workers of a project were read."""
        self.deployed[root] = text if self.deployed.get(root, text) == text else UNSETTLED

    def enter(self, look: Look) -> None:
        """A file is checked that has a part in a look."""
        self.looks[look.name] = look
        self.look = look.name

    def line_of(self, path: str) -> str:
        """What tells the version of a file in one of the folders, by its absolute path, from others; empty if it has
        none."""
        folder, name = os.path.split(path)
        lines = self._lines.get(folder)
        if lines is None:
            lines = self._lines[folder] = _lines(self.folders.get(folder, ""))
        return lines.get(name, "")

    def see_above(self, folder: str) -> None:
        """Settings, ignored paths and the roots of a repository and of a project were looked for, upwards from a
        folder."""
        while os.path.join(folder, MARKS[0]) not in self.files:
            for name in MARKS:
                path = os.path.join(folder, name)
                self.see_file(path, version_of(path))
            above = os.path.dirname(folder)
            if above == folder:
                break
            folder = above

    def take(self) -> Seen:
        """What was seen since this was last asked."""
        taken = Seen()
        taken.since, taken.folders, taken.names, taken.files = self.since, self.folders, self.names, self.files
        taken.deployed, taken.looks = self.deployed, self.looks
        self.folders, self.names, self.files, self.deployed, self.looks = {}, {}, {}, {}, {}
        return taken

    def add(self, other: Seen) -> None:
        """What another process saw. What two have seen differently is as none will see it again."""
        parts = (self.folders, other.folders), (self.names, other.names), (self.deployed, other.deployed)
        for mine, its in parts:
            for folder, text in its.items():
                mine[folder] = text if mine.get(folder, text) == text else UNSETTLED
        for name, look in other.looks.items():
            self.looks.setdefault(name, look).add(look)
        for path, version in other.files.items():
            self.see_file(path, version)

    def trim(self) -> None:
        """Drop what the folders hold anyway: of Python files those that were read as such."""
        for folder in self.names.keys() & self.folders.keys():
            del self.names[folder]
        read = frozenset[str]().union(*(look.read for look in self.looks.values()))
        for path in list(self.files):
            folder, name = os.path.split(path)
            is_held = path in read if name.endswith(SUFFIXES) else name in MARKS
            if is_held and folder in self.folders and self.files[path] != _VARIOUS:
                del self.files[path]

    def see_again(
        self, folders: Mapping[str, str], names: Mapping[str, str], files: Mapping[str, object]
    ) -> set[str] | None:
        """See what another run saw, of which some folders may be seen already: the Python files that hold something
        else now. None if anything else is not as it was."""
        for path, version in files.items():
            now = version_of(path)
            self.see_file(path, now)
            if (None if now is None else list(now)) != version:
                return None
        for folder, known in names.items():
            self.see_names(folder, names_in(folder))
            if self.names[folder] != known:
                return None
        changed = set()
        for folder, known in folders.items():
            if folder not in self.folders:
                try:
                    with os.scandir(folder) as entries:
                        self.see_folder(folder, entries)
                except (OSError, ValueError):
                    return None
            if self.folders[folder] != known:
                before, after = _lines(known), _lines(self.folders[folder])
                if before.keys() != after.keys():
                    return None
                for name, version in before.items():
                    if after[name] == version:
                        continue
                    if not name.endswith(SUFFIXES) or {version[:1], after[name][:1]} & _NO_FILE:
                        return None
                    changed.add(os.path.join(folder, name))
        return changed

    @property
    def is_settled(self) -> bool:
        """Whether nothing of it changed so lately that it may change again without another time, nor while it was
        looked at."""
        texts = (*self.folders.values(), *self.names.values(), *self.deployed.values())
        return not any(UNSETTLED in text for text in texts) and all(
            version is None or 0 <= version.mtime_ns < self.since for version in self.files.values()
        )


def are_as_they_were(folders: Mapping[str, object], names: Mapping[str, object], files: Mapping[str, object]) -> bool:
    """Whether what was seen is still so. Versions may be lists, and whatever is no version is not so."""
    for path, version in files.items():
        now = version_of(path)
        if (None if now is None else list(now)) != version:
            return False
    for folder, known in names.items():
        if _module_names(names_in(folder)) != known:
            return False
    for folder, known in folders.items():
        try:
            with os.scandir(folder) as entries:
                if contents(entries) != known:
                    return False
        except (OSError, ValueError):
            return False
    return True


def _lines(text: str) -> dict[str, str]:
    """What there is in a folder, each by its name with what tells its version."""
    parts = (line.partition("/") for line in text.split("\n"))
    return {name.replace("\0", "\n"): version for name, _, version in parts}


def _module_names(names: Iterable[str]) -> str:
    """The names that modules and packages may have, in one text."""
    return "/".join(sorted(name for name in names if "." not in name or name.endswith(".py")))
