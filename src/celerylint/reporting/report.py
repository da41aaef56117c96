"""What every format is given: the reports of a run. Here is what several of them make of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.linter.result import Result
from celerylint.linter.runs import Report
from celerylint.reporting.text import escaped

Edits = Mapping[tuple[str, Span, str], Sequence[tuple[Span, str]]]
"""What mends the finding of a path, a span and a code: places, and the texts to put there."""

_PLACE = regex(r"(?::(\d+))?(?::(\d+))?: (.*)", re.DOTALL)


class Failure(NamedTuple):
    """Why a file, or a part of it, was not checked. Lines and columns count from 1; 0 is unknown."""

    path: str
    line: int
    column: int
    cause: str


def reported(reports: Sequence[Report]) -> Iterator[Result]:
    """The results that count, in order."""
    return (result for report in reports for result in report.results if result.is_reported)


def failures(reports: Sequence[Report]) -> Iterator[Failure]:
    """What could not be checked, in order."""
    for report in reports:
        for error in report.errors:
            match = _PLACE.fullmatch(error)
            assert match, error
            yield Failure(report.path, int(match[1] or 0), int(match[2] or 0), match[3])


def lines_of(report: Report) -> list[str]:
    """The lines of a file, as positions count them; none if it is gone by now."""
    from celerylint.syntax.source import SourceError, decode

    try:
        return decode(_bytes_of(report)).split("\n")
    except (OSError, ValueError, SourceError):
        return []


def _bytes_of(report: Report) -> bytes:
    if report.data is not None:
        return report.data
    with open(report.path, "rb", buffering=0) as file:
        return file.read()


def whole(text: str) -> str:
    """A text that every coding of Unicode can write: what stands for half a character, or for a byte of a file name
    that is none, is spelt out."""
    return text.encode("utf-8", "backslashreplace").decode()


def plain(text: str) -> str:
    """A text for people in one line: control characters are spelt out as well."""
    return whole(escaped(text))


def root() -> str:
    """The root of the repository around the working directory, or that itself: what services that show code beside
    reports count paths from."""
    return _root(os.getcwd())


@cache
def _root(here: str) -> str:
    folder = here
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return here
        folder = above
    return folder


def in_repository(path: str) -> str:
    """A path from the root of the repository, with `/`; absolute outside it."""
    absolute = os.path.abspath(path)
    inside = absolute.startswith(root().rstrip(os.sep) + os.sep)
    return (os.path.relpath(absolute, root()) if inside else absolute).replace(os.sep, "/")
