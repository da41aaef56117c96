"""The code that is measured on: the unpacked applications of `tools.ecosystem`, or what Python came with."""

from __future__ import annotations

import random
import sysconfig
from collections.abc import Iterable
from itertools import islice
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
    """Samples by class, the same ones every time; `found` is how many free files and candidates there are in all."""

    free: list[str]
    candidates: list[str]
    tasks: list[str]
    found: tuple[int, int]


def trees(quick: bool) -> list[Path]:
    """The applications, or one of middling size; without any, the standard library and the installed Celery."""
    found = sorted(path for path in APPLICATIONS.glob("*") if path.is_dir())
    if not found:
        print("no applications (`python -m tools.ecosystem fetch`): the standard library and Celery instead")
        paths = sysconfig.get_paths()
        return [Path(paths["stdlib"]), Path(paths["purelib"]) / "celery"]
    return [next((path for path in found if path.name.startswith("apache-superset")), found[0])] if quick else found


def sample(roots: Iterable[Path], size: int) -> Files:
    """Up to `size` files of each class that this Python can parse."""
    classes: tuple[list[str], list[str]] = ([], [])
    for found in discover(map(str, roots), lambda path: False, False):
        data = b"" if found.cause else Path(found.path).read_bytes()
        if data.strip():
            classes[may_concern_bytes(data, Settings())].append(found.path)
    for paths in classes:
        random.Random(0).shuffle(paths)
    free, candidates = (filter(_module, paths) for paths in classes)
    tasks = filter(_has_task, classes[1])
    counts = len(classes[0]), len(classes[1])
    return Files(list(islice(free, size)), list(islice(candidates, size)), list(islice(tasks, size)), counts)


def _has_task(path: str) -> bool:
    module = None if is_test_file(path) else _module(path)
    return module is not None and bool(module.all(Task))


def _module(path: str) -> Module | None:
    try:
        text = decode(Path(path).read_bytes())
        return Module(Source(path, text, parse(text)), Settings())
    except SourceError:
        return None
