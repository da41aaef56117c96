"""How far from now a countdown, an eta and an expires are."""

from __future__ import annotations

import pytest

from celerylint.facts.timing import Timing
from tests.build import one

HEAD = """
from datetime import datetime, timedelta, timezone
from celery import shared_task
from app.tasks import send
"""


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("60", 60),
        ("2 * 30.5", 61),
        ("True", None),
        ("pause", None),
        ("datetime.now() + timedelta(1, 2, 0, 500, 1)", 86462.5),
        ("timedelta(minutes=5) + datetime.now(timezone.utc)", 300),
        ("datetime.now() + timedelta(minutes=x)", None),
        ("datetime.now() + timedelta(*x)", None),
        ("datetime.now() + timedelta(**x)", None),
        ("datetime.now() - timedelta(1)", None),
        ("later + timedelta(1)", None),
    ],
)
def test_seconds_from_now(value: str, seconds: float | None) -> None:
    timing = one(Timing, f"{HEAD}send.apply_async(expires={value})")
    assert timing.seconds(timing.expires) == timing.lifetime == seconds


@pytest.mark.parametrize(
    ("options", "delay"),
    [
        ("countdown=5, eta=x", "countdown"),
        ("countdown=0, eta=x", "eta"),
        ("countdown=None, eta=x", "eta"),
        ("countdown=y, eta=x", "countdown"),
    ],
)
def test_a_countdown_goes_before_an_eta(options: str, delay: str) -> None:
    found = one(Timing, f"{HEAD}send.apply_async({options})").delay
    assert found is not None
    assert found.name == delay


def test_what_is_none_is_not_given() -> None:
    assert one(Timing, f"{HEAD}send.s().set(countdown=1, eta=None, expires=None)").times == []


def test_a_time_that_stands_for_itself_is_not_naive() -> None:
    timing = one(Timing, f"{HEAD}def f():\n    at = at.replace(hour=1)\n    send.apply_async(eta=at)")
    assert not timing.is_naive(timing.times[0])
