"""Ignore, Reject, Retry and `replace` in task code."""

from __future__ import annotations

import pytest

from celerylint.facts.predicate import Predicate
from tests.build import indented, module_of, one, under

TASK = """\
from celery import shared_task
from celery.exceptions import Ignore, Reject as Refuse, Retry
@shared_task(bind=True)
def job(self, other):
"""


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("raise Ignore()", "raise Ignore"),
        ("raise Ignore", "raise Ignore"),
        ("raise Refuse('x', requeue=False) from None", "raise Reject"),
        ("e = Refuse()\nraise e", "raise Reject"),
        ("self.replace(other.s())", "self.replace"),
        ("raise self.replace(other.s())", "self.replace"),
    ],
)
def test_what_ends_a_task(body: str, text: str) -> None:
    assert one(Predicate, TASK + indented(body)).text == text


@pytest.mark.parametrize("body", ["raise", "raise other", "other.replace('a', 'b')", "Ignore()", "raise self.retry()"])
def test_what_does_not(body: str) -> None:
    assert not module_of(TASK + indented(body)).all(Predicate)


@pytest.mark.parametrize(
    ("body", "by_hand"),
    [
        ("raise Retry()", False),
        ("self.apply_async()\nraise Retry()", True),
        ("try: raise Retry()\nexcept Retry: raise", False),
        ("try: raise Retry()\nexcept Retry as e: raise e", False),
        ("try: raise Retry()\nexcept Retry as e: raise again(e)", True),
    ],
)
def test_whether_a_retry_is_home_made(body: str, by_hand: bool) -> None:
    assert one(Predicate, TASK + indented(body)).is_sent_by_hand is by_hand


def test_a_predicate_stands_on_the_statement() -> None:
    module = module_of(TASK + indented("raise Ignore()"))
    assert under(module, one(Predicate, module.source.text)) == "raise Ignore()"
