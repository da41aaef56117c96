"""`[tool.celerylint]` of the nearest `pyproject.toml` above a file."""

from __future__ import annotations

import os
import re
import time
from typing import Any, NamedTuple

from celerylint.core.regex import regex
from celerylint.core.settings import NEWEST_CELERY, Settings, SettingsError
from celerylint.linter import toml
from celerylint.linter.gitignore import repository_root

FILE_NAME = "pyproject.toml"
_TABLE = b"celerylint"
_FRESH = 1.0
"""For so many seconds a folder is not searched again: that is how late a new settings file may be seen."""

_LOWER_BOUND = regex(
    r"celery\s*(?:\[[^\]]*\])?\s*(?=[(<>=!~])[^;]*?(?:>=|===?|~=|>)\s*(\d+)(?:\.(\d+))?", re.IGNORECASE
)


class Config(NamedTuple):
    """Settings, and the folder that their globs are relative to. `path` is the file they come from, if any, `given`
    the fields that it sets, or one of the `bases` that it extends, nearest first."""

    settings: Settings
    root: str
    path: str | None = None
    given: frozenset[str] = frozenset()
    bases: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The settings files that have a part in it."""
        return (self.path, *self.bases) if self.path else ()

    def relative(self, path: str) -> str:
        """A path relative to the root, with `/`."""
        return os.path.relpath(os.path.abspath(path), self.root).replace(os.sep, "/")


class SettingsFile(NamedTuple):
    """A settings file as it was read: the document (empty without a word of ours), and the table of ours, if any."""

    path: str
    document: dict[str, Any]
    table: object
    data: bytes

    @property
    def base(self) -> str | None:
        """The absolute path of the file that it extends, as far as it names one."""
        named = self.table.get("extend") if isinstance(self.table, dict) else None
        if not isinstance(named, str) or not named.strip():
            return None
        folder = os.path.dirname(os.path.abspath(self.path))
        return os.path.normpath(os.path.join(folder, os.path.expanduser(named)))


_nearest: dict[str, tuple[float, Config]] = {}
_Versions = list[tuple[int, int] | None]
_cache: dict[str, tuple[_Versions, Config | None]] = {}


def config_for(path: str) -> Config:
    """The settings that hold for a file. Raises SettingsError, with file, key and a suggestion.

    A long-lived host (an editor) sees edits: a settings file is read again when its size or time changes.
    """
    folder = os.path.abspath(os.path.dirname(path))
    now = time.monotonic()
    since, config = _nearest.get(folder, (now - _FRESH, None))
    if config and config.path:
        config = _read_cached(config.path)
    if config is None or now - since >= _FRESH:
        config = _search(folder)
        _nearest[folder] = now, config
    return config


def look_again() -> None:
    """Search for settings files once more: somebody says that they changed."""
    _nearest.clear()


def _search(folder: str) -> Config:
    current = folder
    while True:
        found = _read_cached(os.path.join(current, FILE_NAME))
        if found:
            return found
        parent = os.path.dirname(current)
        if parent == current:
            return default_config(folder)
        current = parent


def default_config(folder: str) -> Config:
    """The default settings; the repository's root is the folder that test files are judged from."""
    return Config(Settings(), repository_root(folder) or os.getcwd())


def _read_cached(path: str) -> Config | None:
    version = _version(path)
    if version is None:
        return None
    known = _cache.get(path)
    if known is None or known[0] != [version, *map(_version, known[1].bases if known[1] else ())]:
        config = read_config(path, required=False)
        known = _cache[path] = ([version, *map(_version, config.bases if config else ())], config)
    return known[1]


def _version(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def read_config(path: str, *, required: bool = True) -> Config | None:
    """The settings of one file, and of those that it extends; None if it has no table of ours and need not have one.
    Raises SettingsError."""
    file = read_file(path)
    root = os.path.dirname(os.path.abspath(path))
    if file.table is None:
        return Config(Settings(), root, path) if required else None
    from celerylint.core.packs import with_words
    from celerylint.hosts.settings_table import values_from

    files = [file]
    values = values_from(file.table, path)
    if "extend" in values:
        from celerylint.hosts.inheritance import bases_of, inherited

        files += bases_of(file)
        values = inherited(files)
    given = frozenset(values)
    if "target_celery" not in values:
        bounds = (lower_bound(each.document) for each in files)
        values["target_celery"] = next(filter(None, bounds), NEWEST_CELERY)
    bases = tuple(each.path for each in files[1:])
    return Config(with_words(Settings(**values), given), root, path, given, bases)


def read_file(path: str) -> SettingsFile:
    """A settings file. Raises SettingsError for one that cannot be read, or is no TOML."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from None
    document = _parse(path, data) if _TABLE in data else {}
    tool = document.get("tool")
    return SettingsFile(path, document, tool.get("celerylint") if isinstance(tool, dict) else None, data)


def _parse(path: str, data: bytes) -> dict[str, Any]:
    try:
        return toml.parse(data)
    except ValueError as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from None
    except RecursionError:
        raise SettingsError(f"{path}: not valid TOML: nested too deeply") from None


def lower_bound(document: dict[str, Any]) -> tuple[int, int] | None:
    """The oldest Celery that the dependencies of a project allow."""
    project = document.get("project")
    dependencies = project.get("dependencies") if isinstance(project, dict) else None
    for dependency in dependencies if isinstance(dependencies, list) else ():
        match = _LOWER_BOUND.match(dependency) if isinstance(dependency, str) else None
        if match:
            return int(match[1]), int(match[2] or 0)
    return None
