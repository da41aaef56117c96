"""Arguments of retries."""

from __future__ import annotations

import pytest

from celerylint.facts.retry_argument import RetryArgument
from tests.build import indented, module_of

TASK = """\
import lib
from datetime import timedelta
from celery import shared_task
@shared_task(bind=True)
def job(self, a):
"""


def arguments(body: str) -> list[RetryArgument]:
    """What the retries in the body of a bound task are given, as far as it is known."""
    return module_of(TASK + indented(body)).all(RetryArgument)


@pytest.mark.parametrize(
    ("body", "given"),
    [
        ("try: a()\nexcept E as e: self.retry(e)", "e"),
        ("self.retry(ValueError('x'))", "ValueError('x')"),
        ("self.retry(lib.LateError())", "lib.LateError()"),
        ("self.retry(a.LateError())", None),
        ("self.retry(lib.make())", None),
        ("self.retry(a)", None),
        ("self.retry([a])", None),
        ("self.retry(*a)", None),
        ("try: a()\nexcept E as e: pass\ne = [a]\nself.retry(e)", None),
        ("self.retry(exc=ValueError())", None),
    ],
)
def test_an_exception_given_by_place(body: str, given: str | None) -> None:
    found = [each.text for each in arguments(body) if (each.name, each.kind) == ("args", "an exception")]
    assert found == ([given] if given else [])


@pytest.mark.parametrize(
    ("argument", "kind"),
    [
        ("exc='x'", "text"),
        ("exc=f'{a}'", "text"),
        ("exc=ValueError", "a class"),
        ("exc=ValueError()", "an exception"),
        ("exc=a", None),
        ("eta=5", "a number"),
        ("eta=timedelta(1)", "a timedelta"),
        ("eta=now() + timedelta(1)", None),
        ("countdown=5 * timedelta(1)", "a timedelta"),
        ("countdown=timedelta(1) * 5", "a timedelta"),
        ("countdown=timedelta(1).total_seconds()", None),
        ("**a", None),
    ],
)
def test_kinds_of_arguments(argument: str, kind: str | None) -> None:
    assert [each.kind for each in arguments(f"self.retry({argument})")] == ([kind] if kind else [])
