"""Which Celery a project runs on, by the files that say what it depends on. Nothing is resolved or installed."""

from __future__ import annotations

import ast
import json
import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from celerylint.core.regex import regex
from celerylint.linter.toml import parse

_BOUND = regex(r"(?i)celery\s*(?:\[[^\]]*\])?\s*\(?\s*(?P<bounds>[<>=!~^\d][^;#]*)")
_LOWER = regex(r"(?:>=|={1,3}|~=|>|\^|~)\s*v?(\d+)(?:\.(\d+))?|^\s*(\d+)\.(\d+)")
_LINE = regex(r"(?im)^[ \t]*(?:-[ \t]+)?['\"]?(celery[ \t]*(?:\[[^\]\n]*\])?[ \t]*[<>=!~^][^\n;#'\"]*)")
_LOCKS = ("uv.lock", "poetry.lock", "pdm.lock")
_DECLARING = ("requirements.in", "requirements/base.in", "requirements/production.in", "setup.cfg", "environment.yml")


class CeleryVersion(NamedTuple):
    """A version of Celery, and the file and line that say so. `is_lock` means exactly this one is installed."""

    version: tuple[int, int]
    path: str
    line: int
    is_lock: bool


def celery_versions(root: str) -> list[CeleryVersion]:
    """What the files at the root of a project say: the oldest Celery that is allowed, and the one that is locked."""
    return [*_declared(root), *_locked(root)]


def bound_of(dependency: str) -> tuple[int, int] | None:
    """The oldest Celery that a dependency allows.

    >>> bound_of("celery[redis]>=5.3,<6"), bound_of("celery = ^5.2"), bound_of("celery-redbeat>=2")
    ((5, 3), (5, 2), None)
    """
    found = _BOUND.match(dependency.replace(" = ", " ").replace('"', ""))
    lower = _LOWER.search(found["bounds"]) if found else None
    if lower is None:
        return None
    major, minor = (lower[1], lower[2]) if lower[1] else (lower[3], lower[4])
    return int(major), int(minor or 0)


def _declared(root: str) -> Iterator[CeleryVersion]:
    pyproject = os.path.join(root, "pyproject.toml")
    document = _toml(pyproject)
    project, poetry = _table(document, "project"), _table(document, "tool", "poetry", "dependencies")
    groups = [*_table(project, "optional-dependencies").values(), *_table(document, "dependency-groups").values()]
    lists = [each for each in (project.get("dependencies"), *groups) if isinstance(each, list)]
    texts = [each for dependencies in lists for each in dependencies if isinstance(each, str)]
    named = poetry.get("celery")
    named = named.get("version") if isinstance(named, dict) else named
    if isinstance(named, str):
        texts.append(f"celery {named}")
    for text in texts:
        if bound := bound_of(text):
            yield CeleryVersion(bound, pyproject, _line(pyproject, "celery"), False)
    for path in _requirements(root):
        text = _read(path)
        for found in _LINE.finditer(text):
            if bound := bound_of(found[1]):
                line = text.count("\n", 0, found.start(1)) + 1
                yield CeleryVersion(bound, path, line, "==" in found[1])
    setup = os.path.join(root, "setup.py")
    for node in _strings(_read(setup)):
        if bound := bound_of(node.value):
            yield CeleryVersion(bound, setup, node.lineno, False)


def _requirements(root: str) -> Iterator[str]:
    """Requirement files of a project, but for those of tests and developers; and other files with such lines."""
    for folder in (root, os.path.join(root, "requirements")):
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            continue
        for name in names:
            is_requirements = name.endswith((".txt", ".in")) and (folder != root or name.startswith("requirements"))
            is_aside = any(word in name for word in ("dev", "test", "doc", "lint"))
            if (is_requirements and not is_aside) or name in _DECLARING:
                yield os.path.join(folder, name)


def _locked(root: str) -> Iterator[CeleryVersion]:
    for name in _LOCKS:
        path = os.path.join(root, name)
        packages = _toml(path).get("package")
        for package in packages if isinstance(packages, list) else ():
            if isinstance(package, dict) and package.get("name") == "celery":
                yield from _exact(path, package.get("version"), 'name = "celery"')
    path = os.path.join(root, "Pipfile.lock")
    try:
        document = json.loads(_read(path) or "{}")
    except ValueError:
        return
    entry = _table(document, "default", "celery")
    version = entry.get("version")
    yield from _exact(path, version.lstrip("=") if isinstance(version, str) else None, '"celery"')


def _exact(path: str, version: object, text: str) -> Iterator[CeleryVersion]:
    parts = version.split(".") if isinstance(version, str) else []
    if len(parts) > 1 and parts[0].isdecimal() and parts[1].isdecimal():
        yield CeleryVersion((int(parts[0]), int(parts[1])), path, _line(path, text), True)


def _strings(text: str) -> list[Any]:
    """The texts in a script, which is not run."""
    if "celery" not in text:
        return []
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return []
    return [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _toml(path: str) -> dict[str, Any]:
    try:
        return parse(_read(path).encode())
    except (ValueError, RecursionError):
        return {}


def _table(document: object, *keys: str) -> dict[str, Any]:
    for key in keys:
        document = document.get(key) if isinstance(document, dict) else None
    return document if isinstance(document, dict) else {}


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def _line(path: str, text: str) -> int:
    """The line of a file on which a text stands first."""
    before, found, _ = _read(path).partition(text)
    return before.count("\n") + 1 if found else 1
