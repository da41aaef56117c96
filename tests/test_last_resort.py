"""Handlers of MaxRetriesExceededError around retries."""

from __future__ import annotations

import pytest

from celerylint.facts.last_resort import LastResort
from tests.build import indented, module_of

TASK = """\
import lib
from celery import shared_task
from celery.exceptions import MaxRetriesExceededError as Exceeded
@shared_task(bind=True)
def job(self, a):
"""


@pytest.mark.parametrize(
    ("body", "unreachable"),
    [
        ("try: self.retry(exc=a)\nexcept Exceeded: a()", [True]),
        ("try: self.retry(exc=a)\nexcept self.MaxRetriesExceededError: a()", [True]),
        ("try: self.retry(exc=a)\nexcept job.MaxRetriesExceededError: a()", [True]),
        ("try: self.retry()\nexcept Exceeded: a()", [False]),
        ("try: self.retry(exc=None)\nexcept Exceeded: a()", [False]),
        ("try: self.retry(exc=Exceeded())\nexcept Exceeded: a()", [False]),
        ("try: self.retry(**a)\nexcept Exceeded: a()", [False]),
        ("try:\n    self.retry(exc=a)\n    self.retry()\nexcept Exceeded: a()", [False]),
        ("try:\n    lib.again(self)\n    self.retry(exc=a)\nexcept Exceeded: a()", [False]),
        ("try:\n    self.again()\n    self.retry(exc=a)\nexcept Exceeded: a()", [False]),
        ("try: a()\nexcept Exceeded as e:\n    try: self.retry(exc=e)\n    except Exceeded: a()", [False]),
        ("try: self.retry(exc=a)\nexcept (Exceeded, ValueError): a()", []),
        ("try: self.retry(exc=a)\nexcept lib.Exceeded: a()", []),
        ("try: a()\nexcept Exceeded: self.retry(exc=a)", []),
        ("try: b = lambda: self.retry(exc=a)\nexcept Exceeded: a()", []),
    ],
)
def test_whether_a_handler_can_be_reached(body: str, unreachable: list[bool]) -> None:
    assert [each.is_unreachable for each in module_of(TASK + indented(body)).all(LastResort)] == unreachable
