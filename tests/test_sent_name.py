"""Names of tasks that are sent, against the file's path."""

from __future__ import annotations

import pytest

from celerylint.facts.sent_name import SentName
from tests.build import one

TEXT = """
from celery import Celery, shared_task
from app.celery import app

@shared_task
def send(): ...
"""


@pytest.mark.parametrize(
    ("name", "is_missing"),
    [
        ("app.tasks.send", False),
        ("app.tasks.sent", True),
        ("shop.app.tasks.sent", False),
        ("other.tasks.sent", False),
        ("tasks.sent", False),
        ("sent", False),
        ("app.sent", False),
    ],
)
def test_a_name_of_this_module(name: str, is_missing: bool) -> None:
    assert one(SentName, f"{TEXT}app.send_task({name!r})").is_missing is is_missing


@pytest.mark.parametrize(
    "define", ["def plain(): ...\napp.task(name=x)(plain)", "@app.task(**options)\ndef other(): ..."]
)
def test_names_out_of_sight(define: str) -> None:
    assert not one(SentName, f"{TEXT}{define}\napp.send_task('app.tasks.sent')").is_missing


def test_an_app_called_after_the_file() -> None:
    assert one(SentName, f"{TEXT}Celery('tasks')\napp.send_task('tasks.sent')").is_missing
