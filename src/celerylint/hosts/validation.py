"""`celerylint config validate`: everything that is wrong with settings files, and what has no effect."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from celerylint.core.regex import regex
from celerylint.core.settings import Settings, SettingsError
from celerylint.hosts.cli import FAILED, complain, say
from celerylint.hosts.config_file import FILE_NAME, Config, SettingsFile, read_config, read_file
from celerylint.hosts.settings_table import TABLE, Keys, faults_of
from celerylint.hosts.toml_text import toml_key
from celerylint.linter.check import matches_glob
from celerylint.linter.files import LEFT_OUT, discover, shown
from celerylint.linter.selection import own_selected, resolve, selected
from celerylint.linter.toml_lines import lines_of

_PLACE = regex(r"\(at line (\d+), column \d+\)")
_LISTS = ("select", "extend-select", "ignore")


WARNING = "warning"


class Problem(NamedTuple):
    """Something about a setting: an error, which no run goes past, or a warning. `line` is that of the file, from 1;
    `key` leads to the setting, empty for the file as a whole."""

    path: str
    line: int | None
    key: str
    cause: str
    severity: str = "error"

    def __str__(self) -> str:
        place = shown(self.path) + (f":{self.line}" if self.line else "")
        key = f"{self.key}: " if self.key else ""
        return f"{place}: {self.severity}: {key}{self.cause}"


def validate(paths: list[str], output_format: str) -> int:
    """Print what is wrong with the settings files of some paths; the exit code. Raises SettingsError for a path that
    is not there."""
    files = list(dict.fromkeys(path for given in paths for path in _settings_files(given)))
    problems = [problem for path in files for problem in problems_of(path)]
    if output_format == "json":
        import json

        rows = [{**problem._asdict(), "path": shown(problem.path)} for problem in problems]
        say(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
    else:
        say("".join(f"{problem}\n" for problem in problems))
    errors = sum(problem.severity == "error" for problem in problems)
    complain(f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')} in {_count(len(files), 'file')}")
    return FAILED if errors else 0


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"


def _settings_files(path: str) -> Iterator[str]:
    """The settings files that a path means: itself; for a folder the one that holds in it, and all below it."""
    if not os.path.exists(path):
        raise SettingsError(f"{path}: No such file or directory")
    if os.path.isfile(path):
        is_settings = path.endswith(".toml")
        yield from [os.path.abspath(path)] if is_settings else _holding(os.path.dirname(os.path.abspath(path)))
        return
    root = os.path.abspath(path)
    yield from _holding(root)
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in LEFT_OUT)
        if FILE_NAME in names and _has_table(os.path.join(folder, FILE_NAME)):
            yield os.path.join(folder, FILE_NAME)


def _holding(folder: str) -> list[str]:
    """The nearest settings file, at or above a folder."""
    while True:
        path = os.path.join(folder, FILE_NAME)
        if os.path.exists(path) and _has_table(path):
            return [path]
        if os.path.dirname(folder) == folder:
            return []
        folder = os.path.dirname(folder)


def _has_table(path: str) -> bool:
    """Whether a file has a table of ours, or cannot be read, which is to be said."""
    try:
        return read_file(path).table is not None
    except SettingsError:
        return True


def problems_of(path: str) -> list[Problem]:
    """What is wrong with one settings file."""
    try:
        file = read_file(path)
    except SettingsError as error:
        cause = str(error).removeprefix(f"{path}: ")
        place = _PLACE.search(cause)
        return [Problem(path, int(place[1]) if place else None, "", cause)]
    if file.table is None:
        return [Problem(path, None, "", f"no table [{TABLE}]", WARNING)]
    lines = _Lines(file)
    problems = [lines.problem(fault.keys, fault.cause) for fault in faults_of(file.table)]
    if problems:
        return problems
    try:
        config = read_config(path)
        assert config is not None
        selected(config.settings)
    except SettingsError as error:
        cause = str(error).removeprefix(f"{path}: ")
        key = "conventions" if "contradict" in cause else "extend"
        return [lines.problem((key,), cause.removeprefix(f"{TABLE}.{key}: "))]
    idle = [*_idle_selectors(file, config, lines), *_idle_globs(file, config, lines)]
    return sorted(idle, key=lambda problem: problem.line or 0)


class _Lines:
    """Where the settings of a file stand."""

    def __init__(self, file: SettingsFile) -> None:
        self._path = file.path
        self._lines = lines_of(file.data.decode())

    def problem(self, keys: Keys, cause: str, severity: str = "error") -> Problem:
        """A problem with the setting that some keys lead to."""
        whole: Keys = (*TABLE.split("."), *keys)
        known = (self._lines[whole[:count]] for count in range(len(whole), 0, -1) if whole[:count] in self._lines)
        named = ".".join(toml_key(key) for key in whole if isinstance(key, str))
        return Problem(self._path, next(known, None), named, cause, severity)


def _idle_selectors(file: SettingsFile, config: Config, lines: _Lines) -> Iterator[Problem]:
    """Selectors of a file without which the same rules were on."""
    assert isinstance(file.table, dict)
    settings = config.settings
    on = _codes_on(settings)
    for key in _LISTS:
        field = key.replace("-", "_")
        for place, selector in enumerate(file.table.get(key, ())):
            rest = tuple(each for each in getattr(settings, field) or () if each != selector)
            if key == "select":
                is_idle = not any(code.startswith(resolve(selector)) for code in on)
            else:
                is_idle = _codes_on(settings._replace(**{field: rest})) == on  # type: ignore[arg-type]
            if is_idle:
                yield lines.problem((key, place), f"{selector!r} {_IDLE[key]}", WARNING)
    for glob, selectors in file.table.get("per-file-ignores", {}).items():
        for place, selector in enumerate(selectors):
            if not any(code.startswith(resolve(selector)) for code in on):
                keys = ("per-file-ignores", glob, place)
                yield lines.problem(keys, f"{selector!r} {_IDLE['ignore']}", WARNING)


def _codes_on(settings: Settings) -> frozenset[str]:
    """The codes of all rules that are on, those about suppressions included."""
    return own_selected(settings).union(rule.code for rule in selected(settings))


_IDLE = {
    "select": "selects nothing: all its rules are ignored",
    "extend-select": "adds nothing: its rules are on anyway, or ignored",
    "ignore": "ignores nothing: its rules are off anyway, or asked for by a longer selector",
}


def _idle_globs(file: SettingsFile, config: Config, lines: _Lines) -> Iterator[Problem]:
    """Globs of `per-file-ignores` that no Python file matches."""
    assert isinstance(file.table, dict)
    globs = list(file.table.get("per-file-ignores", ()))
    if not globs:
        return
    root = os.path.dirname(os.path.abspath(file.path))
    found = discover([root], lambda path: False, force_exclude=False)
    unmatched = _unmatched(globs, (os.path.relpath(each.path, root).replace(os.sep, "/") for each in found))
    for glob in unmatched:
        yield lines.problem(("per-file-ignores", glob), f"no Python file below {shown(root)} matches", WARNING)


def _unmatched(globs: list[str], paths: Iterable[str]) -> list[str]:
    left = globs
    for path in paths:
        left = [glob for glob in left if not matches_glob(path, glob)]
        if not left:
            break
    return left
