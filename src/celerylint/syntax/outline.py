"""Where the bodies of functions stand in a text, found without parsing it.

It takes a look for `def` and for the next line that is indented no further; strings and headers over several lines need
a closer one. Whoever takes bodies out has the parser tell whether that was right: what opens in a body closes there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from celerylint.core.regex import regex

_DEF = regex(r"\n( *)(?:async +)?def ")
_UNUSUAL = regex(r"[\t\f]")
_QUOTES = regex(r"\"\"\"|'''")
_TOKEN = regex(
    r'"""(?:[^"\\]+|\\[\s\S]|"(?!""))*"""|'
    r"'''(?:[^'\\]+|\\[\s\S]|'(?!''))*'''|"
    r'"(?:[^"\\\n]|\\[\s\S])*"|'
    r"'(?:[^'\\\n]|\\[\s\S])*'|"
    r"\#[^\n]*|[()\[\]{}:]"
)
_LINE_END = regex(r" *(?:#[^\n]*)?\n")


class Body(NamedTuple):
    """The lines of a function's body, from `start` to before `end` in the text. Its `def` is in `line`."""

    line: int
    indentation: int
    start: int
    end: int


def bodies(text: str) -> list[Body]:
    """The bodies of the functions that are in no other function. None of a text with tabs or form feeds, where
    indentation is hard to see."""
    if _UNUSUAL.search(text):
        return []
    text = f"\n{text}\n"
    strings = _long_strings(text)
    starts = [start for start, _ in strings]
    found: list[Body] = []
    place = line = counted = 0
    while match := _DEF.search(text, place):
        start, indentation = match.start(), len(match[1])
        inside = _end_around(start, strings, starts)
        top = None if inside else _after_header(text, match.end())
        if top is None:  # a text, or a function in one line
            place = inside or match.end()
            continue
        end = top - 1
        while following := _next(indentation).search(text, end):
            end = following.start()
            inside = _end_around(end, strings, starts)
            if not inside and not _goes_on(text, end):
                break
            end = inside or end + 1
        else:
            end = len(text) - 2
        line += text.count("\n", counted, start + 1)
        counted = start + 1
        if text[top:end].strip():
            found.append(Body(line, indentation, top - 1, end))
        place = end
    return found


def without(text: str, found: list[Body]) -> str:
    """A text in which `pass` stands for these bodies, in the last line of each."""
    parts, place = [], 0
    for body in found:
        lines = text[body.start : body.end]
        above = lines.rstrip().count("\n")
        below = lines.count("\n") - above
        parts += [text[place : body.start], "\n" * above, " " * (body.indentation + 1), "pass", "\n" * below]
        place = body.end
    return "".join([*parts, text[place:]])


@cache
def _next(indentation: int) -> re.Pattern[str]:
    """The beginning of a line that is indented no further."""
    return re.compile(rf"\n {{0,{indentation}}}[^ \n#]")


def _end_around(place: int, strings: list[tuple[int, int]], starts: list[int]) -> int:
    """The end of the string that a place is in; 0 if it is in none."""
    number = bisect_right(starts, place) - 1
    return strings[number][1] if number >= 0 and place < strings[number][1] else 0


def _goes_on(text: str, end: int) -> bool:
    """Whether the next line is part of the same statement, by a backslash."""
    return text[end - 1] == "\\" and "#" not in text[text.rfind("\n", 0, end) + 1 : end]


def _after_header(text: str, place: int) -> int | None:
    """The beginning of the line after the header of a function; None if the body is in the same line."""
    end = text.index("\n", place)
    line = text[place:end]
    if line.endswith(":") and line.count("(") == line.count(")") and not ("[" in line or '"' in line or "'" in line):
        return end + 1
    depth = 0
    for token in _TOKEN.finditer(text, place):
        mark = token[0]
        if mark in "([{":
            depth += 1
        elif mark in ")]}":
            depth -= 1
        elif mark == ":" and not depth:
            rest = _LINE_END.match(text, token.end())
            return rest.end() if rest else None
    return None


def _long_strings(text: str) -> list[tuple[int, int]]:
    """Where strings in three quotes begin and end."""
    found: list[tuple[int, int]] = []
    place = 0
    while match := _QUOTES.search(text, place):
        start = match.start()
        line = max(text.rfind("\n", 0, start) + 1, place)
        before = text[line:start]
        if '"' in before or "'" in before or "#" in before:  # perhaps in a comment or another string
            token = next(token for token in _TOKEN.finditer(text, line) if token.end() > start)
            if token.start() < start:
                place = token.end()
                continue
        end = _closing(text, match[0], match.end())
        found.append((start, end))
        place = end
    return found


def _closing(text: str, quotes: str, place: int) -> int:
    """The end of a string that is closed by these quotes."""
    while True:
        place = text.find(quotes, place)
        if place < 0:
            return len(text)
        before = place
        while text[before - 1] == "\\":
            before -= 1
        if (place - before) % 2 == 0:
            return place + len(quotes)
        place += 1
