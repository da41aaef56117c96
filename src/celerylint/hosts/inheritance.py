"""What a settings file inherits from those that it extends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from celerylint.core.settings import SettingsError
from celerylint.hosts.config_file import SettingsFile, read_file
from celerylint.hosts.settings_table import values_from
from celerylint.linter.check import matches_glob
from celerylint.linter.selection import resolve

_ANYTHING = "*"


def bases_of(file: SettingsFile) -> list[SettingsFile]:
    """The settings files that one extends, nearest first. Raises SettingsError for one that cannot be read, has no
    table of ours, or extends itself in the end."""
    chain = [file]
    while chain[-1].base:
        named, path = chain[-1].base, chain[-1].path
        place = f"{path}: tool.celerylint.extend"
        known = [os.path.normpath(os.path.abspath(each.path)) for each in chain]
        if named in known:
            circle = " -> ".join([*(each.path for each in chain[known.index(named) :]), named])
            raise SettingsError(f"{place}: goes round in a circle: {circle}")
        if not os.path.exists(named):
            raise SettingsError(f"{place}: {named}: No such file or directory")
        found = read_file(named)
        if found.table is None:
            raise SettingsError(f"{place}: {named} has no table [tool.celerylint]")
        chain.append(found)
    return chain[1:]


def inherited(files: list[SettingsFile]) -> dict[str, Any]:
    """The values that a file and those that it extends, nearest first, give together. Raises SettingsError."""
    folders = [os.path.dirname(os.path.abspath(file.path)) for file in files]
    values: dict[str, Any] = {}
    for file, folder in reversed(list(zip(files, folders, strict=True))):
        own = values_from(file.table, file.path)
        values = _joined(values, _moved(own, folder, folders[0]))
    return values


def _joined(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """What the file itself says outweighs what it inherits; rules that are added or taken away add up."""
    base = {key: value for key, value in base.items() if key != "extend"}
    if "select" in own:
        return {**base, "extend_select": (), "ignore": (), **own}
    on, off = own.get("extend_select", ()), own.get("ignore", ())
    joined = {**base, **own}
    for key, mine, against in (("select", (), off), ("extend_select", on, off), ("ignore", off, on)):
        if mine or base.get(key):
            joined[key] = _without(base.get(key, ()), against) + mine
    return joined


def _without(selectors: tuple[str, ...], against: tuple[str, ...]) -> tuple[str, ...]:
    """The selectors but for those all of whose rules are meant by one of the others."""
    prefixes = tuple(map(resolve, against))
    return tuple(each for each in selectors if not resolve(each).startswith(prefixes))


def _moved(values: dict[str, Any], base: str, folder: str) -> dict[str, Any]:
    """The values of a file in the folder `base` with globs that are relative to another folder."""
    if base == folder:
        return values
    moved = dict(values)
    if "exclude" in values:
        moved["exclude"] = tuple(each for glob in values["exclude"] for each in moved_glob(glob, base, folder))
    if "per_file_ignores" in values:
        ignores = values["per_file_ignores"]
        moved["per_file_ignores"] = tuple(
            (each, rules) for glob, rules in ignores for each in moved_glob(glob, base, folder)
        )
    return moved


def moved_glob(glob: str, base: str, folder: str) -> list[str]:
    """The globs that, relative to a folder, match the paths below it that a glob matches relative to the folder
    `base`.

    >>> moved_glob("app/legacy/*", "/shop", "/shop/app"), moved_glob("app", "/shop", "/shop/app")
    (['legacy/*'], ['*'])
    >>> moved_glob("*_pb2.py", "/shop", "/shop/app"), moved_glob("docs/*", "/shop", "/shop/app")
    (['*_pb2.py'], [])
    """
    plain = glob.removeprefix("./").rstrip("/")
    anywhere = [glob] if "/" not in plain and not glob.startswith("./") else []
    way = os.path.relpath(folder, base).replace(os.sep, "/")
    if way.startswith(".."):
        return anywhere
    if matches_glob(way, glob):
        return [_ANYTHING]
    rests = {plain}
    for character in f"{way}/":
        rests = {rest for each in rests for rest in _after(each, character)}
    moved = (rest if "/" in rest else f"./{rest}" for rest in rests if rest and [rest] != anywhere)
    return anywhere + sorted(moved)


def _after(glob: str, character: str) -> Iterator[str]:
    """What may be left of a glob once it has matched a character."""
    if glob.startswith("*"):
        yield glob
        yield from _after(glob[1:], character)
    elif glob:
        end = glob.find("]", 3 if glob.startswith("[!") else 2) + 1 if glob[0] == "[" else 1
        token = glob[: end or 1]
        if fnmatchcase(character, token):
            yield glob[end or 1 :]
