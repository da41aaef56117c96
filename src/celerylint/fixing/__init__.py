"""Fixes: what a finding means to do, turned into edits by LibCST. Imported only where a fix is asked for."""

from importlib.util import find_spec


def can_fix() -> bool:
    """Whether LibCST is there."""
    return find_spec("libcst") is not None


class UnfitError(Exception):
    """A change that cannot be made here: the text says why, in the middle of a line."""
