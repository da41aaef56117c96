"""Comparisons of `request.retries` with `max_retries`."""

from __future__ import annotations

import pytest

from celerylint.facts.retry_count import RetryCount
from tests.build import indented, module_of, one

TASK = "from celery import shared_task\n@shared_task(bind=True)\ndef job(self, other):\n"


@pytest.mark.parametrize(
    ("comparison", "operator"),
    [
        ("self.request.retries > self.max_retries", ">"),
        ("self.max_retries > self.request.retries", "<"),
        ("self.max_retries <= self.request.retries", ">="),
        ("job.request.retries < job.max_retries", "<"),
    ],
)
def test_the_count_is_read_on_the_left(comparison: str, operator: str) -> None:
    assert one(RetryCount, TASK + indented(comparison)).operator == operator


@pytest.mark.parametrize(
    "comparison",
    [
        "self.request.retries == self.max_retries",
        "0 < self.request.retries < self.max_retries",
        "self.request.retries > self.max_retries - 1",
        "self.request.retries > 3",
        "other.request.retries > self.max_retries",
        "self.request.retries > other.max_retries",
        "self.request.retries > self.request.retries",
    ],
)
def test_other_comparisons(comparison: str) -> None:
    assert not module_of(TASK + indented(comparison)).all(RetryCount)


@pytest.mark.parametrize(
    ("body", "has"),
    [
        ("if {}: a()\nelse: b()", True),
        ("if {}: a()\nelif c: b()", True),
        ("if {}: return 1\nb()", True),
        ("if {}: raise self.retry()\nb()", True),
        ("if {}: a()\nb()", False),
        ("if {}: return 1", False),
        ("while {}: a()", False),
        ("x = 1 if {} else 2", True),
    ],
)
def test_whether_something_is_meant_for_when_it_does_not_hold(body: str, has: bool) -> None:
    text = TASK + indented(body.format("self.request.retries <= self.max_retries"))
    assert one(RetryCount, text).has_other_branch is has
