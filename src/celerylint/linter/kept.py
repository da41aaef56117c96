"""Texts that are kept in a folder between two runs, shared by processes: each is whole or not there.

A text is written beside its place and moved there at once. What is read is anybody's: its reader checks it.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Whoever put a pipe there does not stop us."""


def default_folder() -> str:
    """Where `CELERYLINT_CACHE_DIR` says, else in the folder that the user's system has for what may be deleted at any
    time. An empty variable means no cache."""
    chosen = os.environ.get("CELERYLINT_CACHE_DIR")
    if chosen is not None:
        return chosen
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "celerylint")


def read(place: str, largest: int) -> bytes | None:
    """What is kept in a place; None if nothing is. Raises OSError or ValueError for what cannot be ours."""
    try:
        with open(os.open(place, _READING), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > largest:
                raise ValueError("no file of this size and kind was written")
            return file.read(largest)
    except FileNotFoundError:
        return None


def write(place: str, text: str) -> None:
    """Keep a text in a place. Raises OSError or ValueError."""
    beside = f"{place}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        with open(beside, "x", encoding="utf-8") as file:
            file.write(text)
        os.replace(beside, place)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.remove(beside)
        raise


def cause_of(error: Exception) -> str:
    """What is wrong with a place, in words without it."""
    return getattr(error, "strerror", None) or f"not ours: {error}"
