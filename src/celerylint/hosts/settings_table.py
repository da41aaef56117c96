"""A table of settings: what its values mean, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from celerylint.core.settings import Settings, SettingsError

FIELDS = {name.replace("_", "-"): name for name in Settings._fields}
"""The fields of `Settings` by the keys that settings files know them by."""

TABLE = "tool.celerylint"
NAME_PATTERN = r"(?:[^{}]|\{module\}|\{function\})+"
VERSION = r"([0-9]+)\.([0-9]+)(\.[0-9]+)?"
RULE_LISTS = ("select", "extend_select", "ignore")
"""The fields of `Settings` that are lists of selectors of rules."""

Keys = tuple[str | int, ...]


class Fault(NamedTuple):
    """What is wrong with a setting. `keys` lead to it: the setting's own, a key of its table, a place in its list."""

    keys: Keys
    cause: str


def settings_from(table: object, path: str) -> Settings:
    """A table of settings, checked key by key. Raises SettingsError."""
    values = values_from(table, path)
    from celerylint.core.packs import with_words

    return with_words(Settings(**values), values)


def values_from(table: object, path: str) -> dict[str, Any]:
    """The values that a table gives, by the field of `Settings`. Raises SettingsError for the first that is wrong."""
    values: dict[str, Any] = {}
    for fault in _read(table, values):
        raise SettingsError(f"{path}: {'.'.join((TABLE, *map(str, fault.keys)))}: {fault.cause}")
    return values


def faults_of(table: object) -> list[Fault]:
    """All that is wrong with a table, each element of a list and each key of a table by itself."""
    return [part for fault in _read(table, {}) for part in _parts(table, fault)]


def _read(table: object, values: dict[str, Any]) -> Iterator[Fault]:
    """What is wrong with a table; what is right is put into `values`."""
    if not isinstance(table, dict):
        yield Fault((), "expected a table")
        return
    for key, value in table.items():
        if key not in FIELDS:
            from celerylint.linter.selection import did_you_mean

            yield Fault((key,), f"unknown setting{did_you_mean(key, FIELDS)}")
            continue
        try:
            values[FIELDS[key]] = converted(FIELDS[key], value)
        except (ValueError, SettingsError) as error:
            yield Fault((key,), str(error))


def _parts(table: object, fault: Fault) -> list[Fault]:
    """The faults of the parts that a value is wrong by; the fault itself if no part is wrong alone."""
    key = fault.keys[0] if fault.keys else None
    value = table.get(key) if isinstance(table, dict) else None
    if key not in FIELDS:
        return [fault]
    alone: list[tuple[Keys, object]] = []
    if isinstance(value, list):
        alone = [((place,), [each]) for place, each in enumerate(value)]
    elif isinstance(value, dict):
        for inner, given in value.items():
            if isinstance(given, list) and given:
                alone += [((inner, place), {inner: [each]}) for place, each in enumerate(given)]
            else:
                alone.append(((inner,), {inner: given}))
    found = []
    for keys, part in alone:
        try:
            converted(FIELDS[str(key)], part)
        except (ValueError, SettingsError) as error:
            found.append(Fault((str(key), *keys), str(error)))
    return found or [fault]


@cache
def _hints() -> dict[str, Any]:
    return get_type_hints(Settings)


def converted(name: str, value: object) -> object:
    """The value of a field of `Settings`. Raises ValueError or SettingsError."""
    hint = _hints()[name]
    if name == "extend":
        if not isinstance(value, str) or not value.strip():
            raise ValueError(f"expected the path of a settings file, not {value!r}")
        return value
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
    if name in RULE_LISTS:
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
    if not isinstance(value, str) or not re.fullmatch(NAME_PATTERN, value):
        raise ValueError(f'expected a pattern such as "{{module}}.{{function}}", not {value!r}')
    return value


def _version(value: object) -> tuple[int, int]:
    match = re.fullmatch(VERSION, value) if isinstance(value, str) else None
    if match is None:
        raise ValueError(f'expected a version such as "5.4", not {value!r}')
    return int(match[1]), int(match[2])
