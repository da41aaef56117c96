"""What is kept of other files between two runs: their skeletons and what their functions do, one JSON file each, in the
user's cache folder.

An entry holds for a size and a time of its file; one that is anything else than expected is none. What cannot be read
or written is done without.
"""

from __future__ import annotations

import os
import time
from functools import cache
from typing import NamedTuple, Protocol

from celerylint import __version__
from celerylint.linter import kept
from celerylint.linter.versions import SETTLED, Version

Steps = dict[str, tuple[tuple[str, ...], ...]]
"""What each function of a file does, in texts alone."""

FORMAT = 3
_LARGEST = 4_000_000


class Entry(NamedTuple):
    """What is kept of one file. `steps` is None as long as nobody has asked what its functions do."""

    skeleton: str
    steps: Steps | None = None


class Summaries(Protocol):
    """Where summaries are kept, by the path of a file."""

    failure: str | None
    """Why something could not be read or written, in one line."""

    def get(self, path: str, version: Version) -> Entry | None:
        """What is kept of that version; None if there is nothing."""

    def put(self, path: str, version: Version, entry: Entry) -> None:
        """Keep an entry, if that can be done."""


class _NoCache:
    failure: str | None = None

    def get(self, path: str, version: Version) -> Entry | None:
        return None

    def put(self, path: str, version: Version, entry: Entry) -> None:
        pass


NO_CACHE: Summaries = _NoCache()


class DiskCache:
    """Summaries in a folder, which mirrors the paths of the files. `failure` says why it is of no use, if it is not."""

    def __init__(self, folder: str) -> None:
        self._folder = os.path.join(folder, f"summaries-{FORMAT}-{__version__}")
        self.failure: str | None = None
        self._is_writable = True

    def get(self, path: str, version: Version) -> Entry | None:
        """What is kept of that version; None if there is nothing, or if what is there is not ours."""
        import json

        try:
            data = kept.read(self._place(path), _LARGEST)
            entry = None if data is None else json.loads(data)
        except (OSError, ValueError, RecursionError) as error:
            self.failure = self.failure or f"{self._place(path)}: {kept.cause_of(error)}"
            return None
        if not (isinstance(entry, dict) and entry.get("version") == list(version) and entry.get("path") == path):
            return None
        skeleton, steps = entry.get("skeleton"), entry.get("steps")
        if not isinstance(skeleton, str) or not (steps is None or _are_steps(steps)):
            return None
        return Entry(skeleton, steps and {name: tuple(map(tuple, each)) for name, each in steps.items()})

    def put(self, path: str, version: Version, entry: Entry) -> None:
        """Keep an entry; a file that has just been written may be written again, and is not kept yet."""
        if time.time_ns() - version.mtime_ns < SETTLED or not self._is_writable:
            return
        import json

        place = self._place(path)
        document = {"path": path, "version": version, **entry._asdict()}
        try:
            kept.write(place, json.dumps(document))
        except (OSError, ValueError) as error:
            self.failure = self.failure or f"{place}: {kept.cause_of(error)}"
            self._is_writable = False

    def _place(self, path: str) -> str:
        drive, tail = os.path.splitdrive(path)
        return os.path.join(self._folder, drive.strip(":\\/"), f"{tail.lstrip(os.sep)}.json")


@cache
def cache_in(folder: str) -> Summaries:
    """The cache in a folder; none without a folder."""
    return DiskCache(os.path.abspath(folder)) if folder else NO_CACHE


def _are_steps(value: object) -> bool:
    """Whether a part of an entry is what functions do: lists of lists of texts, by name."""
    return isinstance(value, dict) and all(
        isinstance(steps, list)
        and all(isinstance(step, list) and all(isinstance(text, str) for text in step) for step in steps)
        for steps in value.values()
    )
