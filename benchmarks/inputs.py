"""The code that is measured on: the unpacked applications of `tools.ecosystem`, or what Python came with."""

from __future__ import annotations

import ast
import random
import sysconfig
import warnings
from pathlib import Path
from typing import NamedTuple

from celerylint.core.settings import Settings
from celerylint.facts.module import Module
from celerylint.facts.task import Task
from celerylint.linter.check import is_test_file, may_concern_bytes
from celerylint.linter.files import discover
from celerylint.syntax.source import Source, SourceError, decode, parse

APPLICATIONS = Path.home() / ".cache" / "celerylint" / "ecosystem"


class Files(NamedTuple):
    """Samples by class, each in a random order that is the same every time; `tasks` are candidates too.

    `found` is how many free files and candidates there are in all.
    """

    free: list[str]
    candidates: list[str]
    tasks: list[str]
    found: tuple[int, int]


def trees() -> list[Path]:
    """The applications, largest first; without any, the standard library with the installed Celery."""
    found = [path for path in APPLICATIONS.glob("*") if path.is_dir()] if APPLICATIONS.is_dir() else []
    if not found:
        paths = sysconfig.get_paths()
        found = [Path(paths["stdlib"]), Path(paths["purelib"]) / "celery"]
    return sorted(found, key=lambda path: -len(python_files(path)))


def python_files(tree: Path) -> list[str]:
    """What the command line would check in a tree."""
    return [found.path for found in discover([str(tree)], lambda path: False, False) if not found.cause]


def sample(paths: list[Path], size: int) -> Files:
    """Up to `size` files of each class that this Python can parse."""
    warnings.simplefilter("ignore", SyntaxWarning)
    free: list[str] = []
    candidates: list[str] = []
    for path in [file for tree in paths for file in python_files(tree)]:
        data = Path(path).read_bytes()
        if data.strip():
            (candidates if may_concern_bytes(data, Settings()) else free).append(path)
    count = len(free), len(candidates)
    generator = random.Random(0)
    generator.shuffle(free)
    generator.shuffle(candidates)
    tasks: list[str] = []
    for path in candidates:
        if len(tasks) < size and not is_test_file(path) and _has_task(path):
            tasks.append(path)
    return Files(_parsable(free, size), _parsable(candidates, size), tasks, count)


def _parsable(paths: list[str], size: int) -> list[str]:
    found: list[str] = []
    for path in paths:
        if len(found) == size:
            break
        if _tree(path):
            found.append(path)
    return found


def _has_task(path: str) -> bool:
    tree = _tree(path)
    return tree is not None and bool(Module(Source(path, Path(path).read_text("utf-8"), tree), Settings()).all(Task))


def _tree(path: str) -> ast.Module | None:
    try:
        return parse(decode(Path(path).read_bytes()))
    except SourceError:
        return None
