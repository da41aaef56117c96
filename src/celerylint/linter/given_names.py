"""Names that tasks are given, as the files of a project write them out, and where apps are made: a table of what a look
at the bytes of each file tells, kept from run to run."""

from __future__ import annotations

import os

from celerylint.core.regex import regex
from celerylint.linter.check import is_test_file
from celerylint.linter.files import discover
from celerylint.linter.summaries import Entry, Steps, Summaries
from celerylint.linter.versions import Seen, Version

_NAME = regex(rb"""\bname\s*=\s*(["'])([^"'\\\n]+)\1""")
_APP = regex(rb"\bCelery\(")
_ASIDE = frozenset(
    "archive backup backups benchmarks demo demos doc docs example examples legacy playground sample samples sandbox "
    "scripts templates third_party vendor vendored _vendor".split()
)
"""Folders of code that no worker of the project loads beside the rest of it."""

_PLACE = "<given names>"
_ALWAYS = Version(0, 0)
"""The table stands where the summary of a file would, a row for what would be the steps of a function. It is asked for
whatever there is of it: each row begins with the version of its file, followed by its names and what makes apps."""


def is_aside(relative_path: str) -> bool:
    """Whether a path from the root of a project is that of a test, an example or a copy."""
    return is_test_file(relative_path) or not _ASIDE.isdisjoint(relative_path.split("/"))


class GivenNames:
    """What the files of a project say, but for tests, examples and copies: `files` by a name that something is given
    there, and `apps`, the files in which an app may be made."""

    def __init__(self, root: str, cache: Summaries, seen: Seen | None = None) -> None:
        self.files: dict[str, list[str]] = {}
        self.apps: list[str] = []
        looked = Seen()
        found = [each.path for each in discover([root], lambda path: False, False, seen=looked) if each.cause is None]
        if seen:
            seen.add(looked)
        entry = cache.get(os.path.join(root, _PLACE), _ALWAYS)
        kept = (entry.steps if entry else None) or {}
        table: Steps = {}
        for path in found:
            version = looked.line_of(path)
            row = kept.get(path, ())
            if len(row) != 3 or row[0] != (version,):
                if is_aside(path[len(root) :].replace(os.sep, "/")):
                    continue
                row = (version,), *_read(path)
            table[path] = row
            for name in row[1]:
                self.files.setdefault(name, []).append(path)
            if row[2]:
                self.apps.append(path)
        if table != kept and looked.is_settled:
            cache.put(os.path.join(root, _PLACE), _ALWAYS, Entry("", table))


def _read(path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names in a file, and how it seems to make apps. What looks like a name is enough: its file can be asked."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return (), ()
    names = dict.fromkeys(found[2] for found in _NAME.finditer(data)) if b"task" in data and b"name" in data else {}
    makes_app = b"Celery(" in data and _APP.search(data)
    return tuple(name.decode(errors="replace") for name in names), ("Celery",) if makes_app else ()
