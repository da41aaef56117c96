"""`autoretry_for` and the options beside it."""

from __future__ import annotations

import pytest

from celerylint.facts.retry_policy import RetryPolicy
from tests.build import one

TOP = """\
from celery import shared_task
from celery.exceptions import Reject
from lib import ERRORS, Late, options
REJECT = "celery.exceptions.Reject"
"""


def policy(arguments: str) -> RetryPolicy:
    """The policy of a bound task with these options."""
    return one(RetryPolicy, f"{TOP}@shared_task(bind=True, {arguments})\ndef job(self): work()\n")


@pytest.mark.parametrize(
    ("arguments", "automatic"),
    [
        ("autoretry_for=(Late,)", True),
        ("autoretry_for=ERRORS", True),
        ("autoretry_for=()", False),
        ("autoretry_for=[]", False),
        ("retry_backoff=True", False),
        ("retry_backoff=True, **options", None),
        ("retry_backoff=True, base=Late", None),
    ],
)
def test_whether_celery_retries_by_itself(arguments: str, automatic: bool | None) -> None:
    assert policy(arguments).is_automatic is automatic


@pytest.mark.parametrize(
    ("arguments", "retries"),
    [
        ("autoretry_for=(Exception,)", True),
        ("autoretry_for=(Reject,)", True),
        ("autoretry_for=(Late, *ERRORS, BaseException)", True),
        ("autoretry_for=(Exception,), dont_autoretry_for=(Late,)", True),
        ("autoretry_for=(Exception,), dont_autoretry_for=(Reject,)", False),
        ("autoretry_for=(Exception,), dont_autoretry_for=ERRORS", False),
        ("autoretry_for=(Exception,), dont_autoretry_for=tuple(ERRORS)", False),
        ("autoretry_for=(Exception,), **options", False),
        ("autoretry_for=(Late,)", False),
    ],
)
def test_whether_reject_is_retried(arguments: str, retries: bool) -> None:
    assert policy(arguments).retries("celery.exceptions.Reject") is retries


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        ("autoretry_for=(ValueError)", ["a class"]),
        ("autoretry_for=Late", []),
        ("autoretry_for=options.HTTPError", ["a class"]),
        ("autoretry_for=options.HTTP_ERROR", []),
        ("autoretry_for=options.errors()", []),
        ("autoretry_for=('ValueError', ValueError())", ["text", "an instance"]),
        ("autoretry_for=None", ["nothing"]),
        ("autoretry_for=unknown", []),
        ("autoretry_for=(ValueError,) + ERRORS", []),
    ],
)
def test_what_is_no_tuple_of_classes(arguments: str, kinds: list[str]) -> None:
    assert [fault.kind for fault in policy(arguments).faults] == kinds
