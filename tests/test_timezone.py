"""Time zones, held against the database of this machine."""

from __future__ import annotations

import zoneinfo

import pytest

from celerylint.celery.timezones import TIMEZONES
from celerylint.facts.timezone import Timezone
from tests.build import one


def zone(name: str) -> Timezone:
    """The time zone of a settings module."""
    return one(Timezone, f"CELERY_TIMEZONE = {name!r}")


def test_zones_are_those_of_this_machine() -> None:
    """A database that is newer, or lacks old names, may differ by a few."""
    here = zoneinfo.available_timezones() - {"localtime", "Factory"}
    if len(here) < 400:
        pytest.skip("there is no whole database here")
    assert len(here - TIMEZONES) < 10
    assert {name for name in here if name.startswith("Europe/")} <= TIMEZONES


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("utc", "UTC"),
        ("europe/paris", "Europe/Paris"),
        ("Paris", "Europe/Paris"),
        ("New York", "America/New_York"),
        ("Europe/Olso", "Europe/Oslo"),
        ("GMT+1", "Etc/GMT-1"),
        ("UTC+02:00", "Etc/GMT-2"),
        ("UTC-5", "Etc/GMT+5"),
        ("+3", "Etc/GMT-3"),
        ("UTC+20", None),
        ("Moon", None),
    ],
)
def test_what_an_unknown_zone_means(name: str, meant: str | None) -> None:
    found = zone(name)
    assert not found.is_known
    assert found.meant == meant


@pytest.mark.parametrize("name", ["UTC", "Europe/Kiev", "EST", "Etc/GMT-1", "GMT0", "Zulu"])
def test_known_zones(name: str) -> None:
    assert zone(name).is_known
