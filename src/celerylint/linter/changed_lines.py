"""Which lines of which files a diff changes: `git diff -U0`, read as git writes it.

Source of the format: git-diff(1), "Generating patch text with -p"; of the quoting: git-config(1), core.quotePath.
"""

from __future__ import annotations

import os
import re

from celerylint.core.regex import regex

Lines = list[tuple[int, int]]
"""Ranges of lines of the newer file, both ends inclusive. Where lines are gone between 4 and 5 the range is (5, 4): it
overlaps whatever holds both."""

ALL: Lines = [(0, 1 << 60)]
_HUNK = regex(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = regex(rb"\\([0-7]{3}|.)", re.DOTALL)
_LETTERS = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}
_PREFIX = b"b/"


def parse(diff: bytes) -> dict[str, Lines]:
    """The changed lines by path, as the diff names it. Raises ValueError for what is no diff of this kind."""
    found: dict[str, Lines] = {}
    current: Lines | None = None
    lines = iter(diff.split(b"\n"))
    for line in lines:
        hunk = _HUNK.match(line)
        if line.startswith(b"+++ "):
            current = found.setdefault(_path(line[4:]), [])
        elif hunk and current is not None:
            removed, start, added = (1 if number is None else int(number) for number in hunk.groups())
            current.append((start, start + added - 1) if added else (start + 1, start))
            waiting = removed + added
            while waiting:
                waiting -= not next(lines, b"").startswith(b"\\")
    return found


def overlap(lines: Lines, first: int, last: int) -> bool:
    """Whether some of the lines from the first to the last are changed.

    >>> overlap([(3, 4)], 4, 9), overlap([(3, 4)], 5, 9), overlap([(6, 5)], 5, 6), overlap([(6, 5)], 6, 9)
    (True, False, True, False)
    """
    return any(start <= last and first <= end for start, end in lines)


def _path(written: bytes) -> str:
    name = written.removesuffix(b"\t")  # stands after a name with blanks
    if name.startswith(b'"'):
        name = _ESCAPE.sub(_unescaped, name[1:-1])
    if not name.startswith(_PREFIX):
        raise ValueError(f"git names a file {os.fsdecode(name)!r}, without the prefix that it was asked for")
    return os.fsdecode(name.removeprefix(_PREFIX))


def _unescaped(escape: re.Match[bytes]) -> bytes:
    text = escape[1]
    return bytes([int(text, 8)]) if len(text) == 3 else _LETTERS.get(text, text)
