"""Which files of a project are imported with others."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.facts.module import Module

_MOST_FILES = 200


def reached_from(modules: Iterable[Module]) -> set[str] | None:
    """The paths of these files and of all that are imported with them; None if they are too many."""
    waiting = list(modules)
    reached: set[str] = set()
    while waiting:
        current = waiting.pop()
        if current.source.path in reached:
            continue
        reached.add(current.source.path)
        if len(reached) > _MOST_FILES:
            return None
        for name in imports_of(current):
            other = current.project.module_called(current.source.path, name)
            if other and other.source.path not in reached:
                waiting.append(other)
    return reached


def imports_of(module: Module) -> Iterator[str]:
    """The dotted names that a file imports when it is imported itself, packages on the way included."""
    tree, index = module.source.tree, module.index
    for plain in index.own(tree, ast.Import):
        for alias in plain.names:
            yield from with_parents(alias.name)
    for node in index.own(tree, ast.ImportFrom):
        home = "." * node.level + (f"{node.module}." if node.module else "")
        for alias in node.names:
            yield from with_parents(home + alias.name)


def with_parents(name: str) -> Iterator[str]:
    """A dotted name and those of the packages on the way to it."""
    parts = name.split(".")
    return (".".join(parts[:end]) for end in range(1, len(parts) + 1) if parts[end - 1])
