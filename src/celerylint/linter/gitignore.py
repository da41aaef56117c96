"""`.gitignore` files: which paths git leaves out. Grammar: gitignore(5)."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import NamedTuple


class Pattern(NamedTuple):
    """One line of a `.gitignore`, as a regular expression over the path relative to the folder of the file."""

    expression: re.Pattern[str]
    negated: bool
    only_folders: bool


def parse(text: str) -> list[Pattern]:
    """The patterns of a `.gitignore`, in their order. A line that is no valid pattern matches nothing."""
    patterns = []
    for line in text.splitlines():
        line = line.rstrip("\n")
        line = re.sub(r"(?<!\\)\s+$", "", line)
        if not line or line.startswith("#"):
            continue
        negated = line.startswith("!")
        line = line[1:] if negated else line
        only_folders = line.endswith("/")
        line = line.rstrip("/")
        anchored = "/" in line
        try:
            expression = re.compile(("" if anchored else "(?:.*/)?") + _translate(line.lstrip("/")) + r"\Z", re.DOTALL)
        except re.error:
            continue
        patterns.append(Pattern(expression, negated, only_folders))
    return patterns


def _translate(pattern: str) -> str:
    result, position = "", 0
    while position < len(pattern):
        rest = pattern[position:]
        if rest.startswith("**/"):
            result, position = result + "(?:.*/)?", position + 3
        elif rest.startswith("/**") and len(rest) == 3:
            result, position = result + "/.*", position + 3
        elif rest[0] == "*":
            result, position = result + "[^/]*", position + (2 if rest.startswith("**") else 1)
        elif rest[0] == "?":
            result, position = result + "[^/]", position + 1
        elif rest[0] == "[" and "]" in rest[2:]:
            end = rest.index("]", 2)
            result += "[" + rest[1:end].replace("!", "^", 1).replace("\\", "\\\\") + "]"
            position += end + 1
        elif rest[0] == "\\" and len(rest) > 1:
            result, position = result + re.escape(rest[1]), position + 2
        else:
            result, position = result + re.escape(rest[0]), position + 1
    return result


class Ignored:
    """The `.gitignore` files between a repository's root and a folder, outermost first."""

    def __init__(self, layers: tuple[tuple[str, list[Pattern]], ...] = ()) -> None:
        self._layers = layers

    @classmethod
    def above(cls, folder: str) -> Ignored:
        """Those that hold for the contents of a folder, its own included; none outside a repository."""
        root = repository_root(folder)
        if root is None:
            return cls().below(folder)
        ignored = cls().below(root)
        relative = os.path.relpath(folder, root)
        current = root
        for part in [] if relative == os.curdir else relative.split(os.sep):
            current = os.path.join(current, part)
            ignored = ignored.below(current)
        return ignored

    def below(self, folder: str) -> Ignored:
        """These, and the one in a folder."""
        try:
            with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
                patterns = parse(file.read())
        except OSError:
            return self
        return Ignored((*self._layers, (folder, patterns))) if patterns else self

    def covers(self, path: str, is_folder: bool) -> bool:
        """Whether git leaves an absolute path out. The last pattern that matches decides."""
        for folder, patterns in reversed(self._layers):
            relative = path[len(folder.rstrip(os.sep)) + 1 :].replace(os.sep, "/")
            for pattern in reversed(patterns):
                if (is_folder or not pattern.only_folders) and pattern.expression.match(relative):
                    return not pattern.negated
        return False


@cache
def repository_root(folder: str) -> str | None:
    """The nearest folder at or above with a `.git`."""
    current = os.path.abspath(folder)
    while True:
        if os.path.exists(os.path.join(current, ".git")):
            return current
        parent = os.path.dirname(current)
        if parent == current:
            return None
        current = parent
