"""Bytes to the disk: a file is written whole, or left as it was."""

from __future__ import annotations

import os
import stat

from celerylint.core.settings import SettingsError


def write_file(path: str, data: bytes, before: bytes | None = None) -> None:
    """Write a file. With `before` it must still hold that; nothing means that it is not there, or empty. The mode of a
    file, and links to it, stay. Raises SettingsError."""
    path = os.path.realpath(path)
    folder, name = os.path.split(path)
    new = os.path.join(folder, f".{name}.celerylint-{os.getpid()}")
    try:
        mode = stat.S_IMODE(os.stat(path).st_mode) if os.path.exists(path) else None
        if mode is not None and not os.access(path, os.W_OK):
            raise SettingsError(f"{path}: not writable")
        with open(new, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(new, mode)
        if before is not None and _read(path) != before:
            raise SettingsError(f"{path}: changed meanwhile")
        os.replace(new, path)
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from None
    finally:
        if os.path.lexists(new):
            os.unlink(new)


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return b""
