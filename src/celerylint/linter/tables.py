"""What is kept of projects between two runs: one JSON file for each root, in the user's cache folder.

Who reads one checks it part by part. What cannot be read or written is done without.
"""

from __future__ import annotations

import os
from functools import cache
from typing import Protocol

from celerylint import __version__
from celerylint.linter import kept

FORMAT = 4
_LARGEST = 64_000_000


class Tables(Protocol):
    """Where tables are kept, by the root of a project."""

    failure: str | None
    """Why something could not be read or written, in one line."""

    def get(self, root: str) -> object:
        """What is kept of a project, from JSON, and anybody's; None if there is nothing."""

    def put(self, root: str, table: object) -> None:
        """Keep a table, if that can be done."""


class _NoTables:
    failure: str | None = None

    def get(self, root: str) -> object:
        return None

    def put(self, root: str, table: object) -> None:
        pass


NO_TABLES: Tables = _NoTables()


class DiskTables:
    """Tables in a folder, which mirrors the paths of the roots. `failure` says why it is of no use, if it is not."""

    def __init__(self, folder: str) -> None:
        self._folder = os.path.join(folder, f"projects-{FORMAT}-{__version__}")
        self.failure: str | None = None
        self._is_writable = True

    def get(self, root: str) -> object:
        """What is kept of a project; None if there is nothing, or what is no JSON or that of another."""
        import json  # only where there is something to read or to write

        try:
            data = kept.read(self._place(root), _LARGEST)
            document = None if data is None else json.loads(data)
        except (OSError, ValueError, RecursionError) as error:
            self.failure = self.failure or f"{self._place(root)}: {kept.cause_of(error)}"
            return None
        return document.get("table") if isinstance(document, dict) and document.get("root") == root else None

    def put(self, root: str, table: object) -> None:
        """Keep a table."""
        if not self._is_writable:
            return
        import json

        place = self._place(root)
        try:
            kept.write(place, json.dumps({"root": root, "table": table}, separators=(",", ":")))
        except (OSError, ValueError) as error:
            self.failure = self.failure or f"{place}: {kept.cause_of(error)}"
            self._is_writable = False

    def _place(self, root: str) -> str:
        drive, tail = os.path.splitdrive(root)
        return os.path.join(self._folder, drive.strip(":\\/"), tail.lstrip(os.sep), "project.json")


@cache
def tables_in(folder: str) -> Tables:
    """The tables in a folder; none without a folder."""
    return DiskTables(os.path.abspath(folder)) if folder else NO_TABLES
