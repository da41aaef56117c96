"""The settings that Celery knows, by any of their names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class KnownSetting(NamedTuple):
    """A setting of Celery 5.7: its name, type, default and the name that Celery 3 had for it."""

    name: str
    type: str
    default: object
    old_name: str


@cache
def known_settings() -> dict[str, KnownSetting]:
    """Every setting by its name."""
    from celerylint.celery.settings import SETTINGS

    return {row[0]: KnownSetting(*row) for row in SETTINGS}


@cache
def new_names() -> dict[str, str]:
    """The names of settings by those that Celery 3 had for them."""
    return {known.old_name: known.name for known in known_settings().values()}
