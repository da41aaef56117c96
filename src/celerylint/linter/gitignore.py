"""`.gitignore` files: which paths git leaves out. Grammar: gitignore(5)."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import NamedTuple

from celerylint.core.regex import regex

_KINDS = {
    b"alnum": rb"0-9A-Za-z",
    b"alpha": rb"A-Za-z",
    b"blank": rb" \t",
    b"cntrl": rb"\x00-\x1f\x7f",
    b"digit": rb"0-9",
    b"graph": rb"!-~",
    b"lower": rb"a-z",
    b"print": rb" -~",
    b"punct": rb"!-/:-@\[-`{-~",
    b"space": rb"\s",
    b"upper": rb"A-Z",
    b"xdigit": rb"0-9A-Fa-f",
}
"""What `[:name:]` means in brackets."""

_BLANKS_AT_END = regex(rb"((?: *(?:\\.|\\$|[^ \\]))*) *", re.DOTALL)
_IN_BRACKETS = regex(rb"\[:(\w*):\]|(\\.|[^\\])(?:-(\\.|[^\]\\]))?", re.DOTALL)
_WILD = regex(rb"[*?\[\\]")
_NEVER = b"(?!)"


class Pattern(NamedTuple):
    """One line of a `.gitignore`, as a regular expression over the bytes of a name, or of a path relative to the folder
    of the file."""

    expression: re.Pattern[bytes]
    negated: bool
    only_folders: bool
    only_names: bool


def parse(data: bytes) -> list[Pattern]:
    """The patterns of a `.gitignore`, in their order. A line that is no valid pattern matches nothing."""
    patterns = []
    for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        if line.startswith(b"#"):
            continue
        line = _BLANKS_AT_END.sub(rb"\1", line.removesuffix(b"\r"), count=1)
        pattern = line.removeprefix(b"!")
        path = pattern.removesuffix(b"/")
        if path:
            expression = re.compile(_translate(path.removeprefix(b"/")) + rb"\Z", re.DOTALL)
            patterns.append(Pattern(expression, pattern != line, path != pattern, b"/" not in path))
    return patterns


def _translate(pattern: bytes) -> bytes:
    result, position = b"", 0
    plain = len(_WILD.split(pattern, 1)[0])  # git compares this by itself: stars after it stand at the start
    while position < len(pattern):
        rest = pattern[position:]
        step = 1
        stars = len(rest) - len(rest.lstrip(b"*"))
        if stars:
            after = rest[stars : stars + 1]
            starts = position == plain or pattern[position - 1 : position] == b"/"
            across = stars > 1 and starts and after in (b"", b"/")
            part = (b"(?:.*/)?" if after else b".*") if across else b"[^/]*"
            step = stars + (across and len(after))
        elif rest[:1] == b"?":
            part = b"[^/]"
        elif rest[:1] == b"[":
            part, step = _brackets(rest)
        elif rest[:1] == b"\\":
            part, step = (re.escape(rest[1:2]), 2) if rest[1:] else (_NEVER, 1)
        else:
            part = re.escape(rest[:1])
        result, position = result + part, position + step
    return result


def _brackets(pattern: bytes) -> tuple[bytes, int]:
    """The expression for brackets at the start of a pattern, and their length; nothing matches what has no end."""
    start = position = 2 if pattern[1:2] in (b"!", b"^") else 1
    members = b""
    while position == start or pattern[position : position + 1] != b"]":
        item = _IN_BRACKETS.match(pattern, position)
        if item is None or (item[1] is not None and item[1] not in _KINDS):
            return _NEVER, len(pattern)
        position = item.end()
        if item[1] is not None:
            members += _KINDS[item[1]]
            continue
        first = item[2][-1:]
        last = max(first, item[3][-1:] if item[3] else first)  # a range that runs backwards is its first
        members += re.escape(first) + b"-" + re.escape(last)
    return b"(?!/)[" + (b"^" if start == 2 else b"") + members + b"]", position + 1


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
            with open(os.path.join(folder, ".gitignore"), "rb") as file:
                patterns = parse(file.read())
        except OSError:
            return self
        return Ignored((*self._layers, (folder, patterns))) if patterns else self

    def covers(self, path: str, is_folder: bool) -> bool:
        """Whether git leaves an absolute path out. The last pattern that matches decides."""
        if not self._layers:
            return False
        name = os.fsencode(os.path.basename(path))
        for folder, patterns in reversed(self._layers):
            relative = os.fsencode(path[len(folder.rstrip(os.sep)) + 1 :].replace(os.sep, "/"))
            for expression, negated, only_folders, only_names in reversed(patterns):
                if (is_folder or not only_folders) and expression.match(name if only_names else relative):
                    return not negated
        return False


@cache
def repository_root(folder: str) -> str | None:
    """The nearest folder with a `.git`, at or above an absolute path."""
    if os.path.exists(os.path.join(folder, ".git")):
        return folder
    parent = os.path.dirname(folder)
    return None if parent == folder else repository_root(parent)
