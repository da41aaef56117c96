"""Readings of clocks in task code."""

from __future__ import annotations

import pytest

from celerylint.facts.clock import Duration, NaiveUtc
from tests.build import indented, module_of

HEAD = "import time\nfrom datetime import datetime\nfrom celery import shared_task\nfrom app import work\n"
TASK = "@shared_task\ndef job(a):\n"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("t = time.time()\nwork()\nreturn time.time() - t", 1),
        ("t = time.time_ns()\nwork()\nreturn [time.time_ns() - t, time.time_ns() - t]", 2),
        ("t = datetime.now()\nwork()\nu = datetime.now()\nreturn (u - t).seconds", 1),
        ("t = time.time()\nfor b in a:\n    work()\n    a -= time.time() - t\n    t = time.time()", 1),
        ("t = time.time()\ndef inner(): return time.time() - t\nreturn inner()", 1),
        ("t = time.time()\nwork(t)\nreturn time.time() - t", 0),
        ("t = time.time()\na.t = t\nreturn time.time() - t", 0),
        ("t = time.time() if a else 0\nreturn time.time() - t", 0),
        ("t = time.time() - 60\nreturn time.time() - t", 0),
        ("return time.time() - time.perf_counter()", 0),
        ("return time.time() - a", 0),
        ("return time.time() + time.time()", 0),
    ],
)
def test_a_difference_of_wall_clock_readings(body: str, count: int) -> None:
    assert len(module_of(HEAD + TASK + indented(body)).all(Duration)) == count


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("return datetime.utcnow()", 1),
        ("return datetime.utcnow().replace(microsecond=0)", 1),
        ("return datetime.utcnow().isoformat", 1),
        ("return datetime.utcfromtimestamp(a)", 1),
        ("return datetime.utcnow().replace(tzinfo=a)", 0),
        ("return datetime.utcnow", 0),
        ("return a.utcnow()", 0),
    ],
)
def test_a_time_that_does_not_know_it_is_utc(body: str, count: int) -> None:
    assert len(module_of(HEAD + TASK + indented(body)).all(NaiveUtc)) == count
