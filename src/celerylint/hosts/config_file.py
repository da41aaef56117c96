"""`[tool.celerylint]` of the nearest `pyproject.toml` above a file."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Collection
from typing import Any, NamedTuple, get_args, get_type_hints

from celerylint.core.regex import regex
from celerylint.core.settings import Settings, SettingsError
from celerylint.linter import toml
from celerylint.linter.gitignore import repository_root

FILE_NAME = "pyproject.toml"
_TABLE = b"celerylint"
_FRESH = 1.0
"""For so many seconds a folder is not searched again: that is how late a new settings file may be seen."""

_RULE_LISTS = ("select", "extend_select", "ignore")
_LOWER_BOUND = regex(
    r"celery\s*(?:\[[^\]]*\])?\s*(?=[(<>=!~])[^;]*?(?:>=|===?|~=|>)\s*(\d+)(?:\.(\d+))?", re.IGNORECASE
)


class Config(NamedTuple):
    """Settings, and the folder that their globs are relative to. `path` is the file they come from, if any, `given`
    the fields that it sets."""

    settings: Settings
    root: str
    path: str | None = None
    given: frozenset[str] = frozenset()

    def relative(self, path: str) -> str:
        """A path relative to the root, with `/`."""
        return os.path.relpath(os.path.abspath(path), self.root).replace(os.sep, "/")


_nearest: dict[str, tuple[float, Config]] = {}
_cache: dict[str, tuple[tuple[int, int] | None, Config | None]] = {}


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
    try:
        status = os.stat(path)
    except OSError:
        return None
    version = (status.st_mtime_ns, status.st_size)
    known = _cache.get(path)
    if known is None or known[0] != version:
        known = _cache[path] = (version, read_config(path, required=False))
    return known[1]


def read_config(path: str, *, required: bool = True) -> Config | None:
    """The settings of one file; None if it has no table of ours and need not have one."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from None
    if _TABLE not in data:
        return Config(Settings(), os.path.dirname(os.path.abspath(path)), path) if required else None
    document = _parse(path, data)
    tool = document.get("tool")
    table = tool.get("celerylint") if isinstance(tool, dict) else None
    if table is None and not required:
        return None
    settings = settings_from({} if table is None else table, path)
    if not table or "target-celery" not in table:
        settings = settings._replace(target_celery=_lower_bound(document) or settings.target_celery)
    given = frozenset(key.replace("-", "_") for key in table or ())
    return Config(settings, os.path.dirname(os.path.abspath(path)), path, given)


def _parse(path: str, data: bytes) -> dict[str, Any]:
    try:
        return toml.parse(data)
    except ValueError as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from None
    except RecursionError:
        raise SettingsError(f"{path}: not valid TOML: nested too deeply") from None


def _lower_bound(document: dict[str, Any]) -> tuple[int, int] | None:
    project = document.get("project")
    dependencies = project.get("dependencies") if isinstance(project, dict) else None
    for dependency in dependencies if isinstance(dependencies, list) else ():
        match = _LOWER_BOUND.match(dependency) if isinstance(dependency, str) else None
        if match:
            return int(match[1]), int(match[2] or 0)
    return None


def settings_from(table: object, path: str) -> Settings:
    """A table of settings, checked key by key. Raises SettingsError."""
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: tool.celerylint: expected a table")
    from celerylint.core.packs import with_words
    from celerylint.linter.selection import did_you_mean

    hints = get_type_hints(Settings)
    known = {name.replace("_", "-"): name for name in Settings._fields}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise SettingsError(f"{path}: tool.celerylint.{key}: unknown setting{did_you_mean(key, known)}")
        try:
            values[known[key]] = _converted(known[key], value, hints[known[key]])
        except (ValueError, SettingsError) as error:
            raise SettingsError(f"{path}: tool.celerylint.{key}: {error}") from None
    return with_words(Settings(**values), values)


def _converted(name: str, value: object, hint: object) -> object:
    if name == "target_celery":
        return _version(value)
    if hint is bool:
        if not isinstance(value, bool):
            raise ValueError(f"expected true or false, not {value!r}")
        return value
    if hint is int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise ValueError(f"expected a whole number, zero or more, not {value!r}")
        return value
    if name == "task_name_pattern":
        return _pattern(value)
    if name == "per_file_ignores":
        if not isinstance(value, dict):
            raise ValueError("expected a table of globs and lists of rules")
        return tuple((pattern, _rules(codes)) for pattern, codes in value.items())
    if name == "required_task_options":
        if not isinstance(value, dict):
            raise ValueError("expected a table of globs and lists of options")
        return tuple((pattern, _list(options)) for pattern, options in value.items())
    if name in _RULE_LISTS:
        return _rules(value)
    if name == "exclude":
        return _list(value)
    choices = [choice for part in (hint, *get_args(hint)) for choice in get_args(part) if isinstance(choice, str)]
    if choices:
        return choice_of(value, choices)
    words = _words(value)
    if name == "conventions":
        from celerylint.core.packs import PACKS

        for word in words:
            choice_of(word, PACKS)
    return words


def choice_of(value: object, choices: Collection[str]) -> str:
    """The value if it is one of the choices; raises ValueError with a suggestion."""
    if isinstance(value, str) and value in choices:
        return value
    from celerylint.linter.selection import did_you_mean

    hint = did_you_mean(value, choices) if isinstance(value, str) else ""
    raise ValueError(f"expected one of {', '.join(choices)}, not {value!r}{hint}")


def _list(value: object, blank: str = " ") -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip(blank) for word in value):
        raise ValueError(f"expected a list of names, not {value!r}")
    return tuple(value)


def _words(value: object) -> tuple[str, ...]:
    return _list(value, "* ")


def _rules(value: object) -> tuple[str, ...]:
    selectors = _words(value)
    from celerylint.linter.selection import resolve

    for selector in selectors:
        resolve(selector)
    return selectors


def _pattern(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"(?:[^{}]|\{module\}|\{function\})+", value):
        raise ValueError(f'expected a pattern such as "{{module}}.{{function}}", not {value!r}')
    return value


def _version(value: object) -> tuple[int, int]:
    match = re.fullmatch(r"(\d+)\.(\d+)(\.\d+)?", value) if isinstance(value, str) else None
    if match is None:
        raise ValueError(f'expected a version such as "5.4", not {value!r}')
    return int(match[1]), int(match[2])
