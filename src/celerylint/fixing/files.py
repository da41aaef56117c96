"""Edits of a text carried over to the bytes it was decoded from, and bytes to the disk."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress

from celerylint.fixing import UnfitError
from celerylint.syntax.source import encoding_of

_LINE_END = re.compile(rb"\r\n|\r|\n")


def encoded(data: bytes, before: str, after: str) -> bytes:
    """The bytes of a text that was edited: its coding, byte order mark and line ends are those of `data`."""
    ends = _LINE_END.findall(data)
    plain = _LINE_END.sub(b"\n", data)
    coding = encoding_of(plain)
    if before.encode(coding) != plain:
        raise UnfitError(f"its coding {coding} does not give this file back as it is")
    try:
        changed = after.encode(coding)
    except UnicodeEncodeError:
        raise UnfitError(f"its coding {coding} cannot write the mended line") from None
    return b"".join(
        part for pair in zip(changed.split(b"\n"), [*_ends(before, after, ends), b""], strict=True) for part in pair
    )


def _ends(before: str, after: str, ends: Sequence[bytes]) -> list[bytes]:
    """The line ends of an edited text: each line that stayed, deeper or not, keeps its own, and a new one
    gets that of the line above."""
    old, new = before.split("\n"), after.split("\n")
    if len(set(ends)) < 2:
        return (list(ends[:1]) or [b"\n"]) * (len(new) - 1)
    ends = [*ends, ends[-1]]  # the last line has none
    found: list[bytes] = []
    for kind, start, end, first, last in _changes(old, new):
        kept = list(ends[start:end])
        if kind != "equal":
            usual = (kept or found or ends)[-1]
            kept = (kept + [usual] * (last - first))[: last - first]
        found += kept
    return found[: len(new) - 1]


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterable[tuple[str, int, int, int, int]]:
    """What `difflib` says became of lines, whose depth does not matter."""
    from difflib import SequenceMatcher

    shallow = [line.strip() for line in old]
    return SequenceMatcher(None, shallow, [line.strip() for line in new], autojunk=False).get_opcodes()


def line_before(before: str, after: str, line: int) -> int:
    """The number in a text of the line with that number in what became of it; that of the change, if it is new."""
    for kind, start, end, first, last in _changes(before.split("\n"), after.split("\n")):
        if first < line <= last:
            return start + line - first if kind == "equal" else min(start + 1, max(end, 1))
    return line


def replace(path: str, before: bytes, after: bytes) -> None:
    """Put other bytes into a file that still holds those before, at once: owner, mode, access lists and symbolic links
    stay. Raises OSError, and UnfitError if the file is another by now, or has hard links, of which only one could
    change."""
    path = os.path.realpath(path)
    if not os.access(path, os.W_OK):
        raise UnfitError("the file is not writable")
    status = os.stat(path)
    if status.st_nlink > 1:
        raise UnfitError("the file has a second hard link, which would keep the old text")
    folder, name = os.path.split(path)
    new = os.path.join(folder, f".{name}.celerylint-{os.getpid()}")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _dress(new, path, status)
        with open(path, "rb") as current:
            if current.read() != before:
                raise UnfitError("the file changed meanwhile")
        os.replace(new, path)
    finally:
        if os.path.lexists(new):
            os.unlink(new)


def _dress(new: str, path: str, status: os.stat_result) -> None:
    """Give a new file the owner, mode and attributes of another. Raises UnfitError where that is not allowed."""
    made = os.stat(new)
    if (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.chown(new, status.st_uid, status.st_gid)
        except OSError:
            raise UnfitError("the file belongs to somebody else") from None
    if sys.platform == "linux":
        for name in os.listxattr(path):
            with suppress(OSError):  # labels of the system, which it sets itself
                os.setxattr(new, name, os.getxattr(path, name))
    os.chmod(new, stat.S_IMODE(status.st_mode))
