"""Lambdas in the place of a task's function."""

from __future__ import annotations

import pytest

from celerylint.facts.lambda_task import LambdaTask
from tests.build import module_of

APP = "from celery import Celery, shared_task\nfrom invoke import task\napp = Celery('a')\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("app.task(lambda: 1)", 1),
        ("app.task(bind=True)(lambda self: 1)", 1),
        ("shared_task(lambda: 1)", 1),
        ("f = lambda: 1\nsend = app.task(f)", 1),
        ("task(lambda: 1)", 0),
        ("app.send_task(lambda: 1)", 0),
        ("app.task(guard(lambda: 1))", 0),
        ("f = lambda: 1\nif DEBUG:\n    f = print\nsend = app.task(f)", 0),
        ("@app.task\ndef send(key=lambda: 1): ...", 0),
    ],
)
def test_a_lambda_is_made_a_task(text: str, count: int) -> None:
    assert len(module_of(APP + text + "\n").all(LambdaTask)) == count
