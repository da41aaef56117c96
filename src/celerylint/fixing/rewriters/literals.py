"""Literals: the names that settings are given as texts."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from celerylint.core.rewrite import RenameKey
from celerylint.fixing.anchors import Anchors, Change, UnfitError


def rename_key(file: Anchors, rewrite: RenameKey) -> Iterable[Change]:
    """`"visibility_timout"` -> `"visibility_timeout"`, in the same quotes; a name or a keyword likewise."""
    try:
        text = file.at(rewrite.key, cst.SimpleString)
    except UnfitError:
        name = file.starting(rewrite.key, cst.Name)
        yield name, name.with_changes(value=rewrite.name)
        return
    yield text, text.with_changes(value=f"{text.prefix}{text.quote}{rewrite.name}{text.quote}")
