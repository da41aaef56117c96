"""TOML, parsed by the standard library, or by tomli before Python 3.11: imported only where there is some to read."""

from __future__ import annotations

import sys
from typing import Any


def parse(data: bytes) -> dict[str, Any]:
    """The tables of a document. Raises ValueError, with the place, for what is not TOML."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    document: dict[str, Any] = tomllib.loads(data.decode())
    return document
