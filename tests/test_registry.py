"""The names that the tasks of a file are registered under."""

from __future__ import annotations

import pytest

from celerylint.facts.registry import Registry
from tests.build import one

TASKS = """
from celery import Celery, shared_task
app = Celery("shop")

@app.task
def purge(): ...

@shared_task(name="shop.send_mail")
def mail(): ...

def plain(): ...

@cached
def decorated(): ...

class Sync(app.Task):
    name = "shop.synchronise"
    def run(self): ...
"""


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("app.tasks.purge", "purge"),
        ("tasks.purge", "purge"),
        ("purge", None),
        ("other.tasks.purge", None),
        ("shop.send_mail", "mail"),
        ("app.tasks.mail", None),
        ("shop.synchronise", "Sync"),
    ],
)
def test_a_task_by_its_name(name: str, function: str | None) -> None:
    found = one(Registry, TASKS).task(name)
    assert (found.name if found else None) == function


@pytest.mark.parametrize(
    ("name", "fault", "meant"),
    [
        ("app.tasks.purge", None, None),
        ("app.tasks.purgee", "nobody", "app.tasks.purge"),
        ("app.tasks.something", "nobody", None),
        ("tasks.something", None, None),
        ("tasks.purg", "nobody", "tasks.purge"),
        ("shop.send_nail", None, None),
        ("shop.sendmail", "near", "shop.send_mail"),
        ("app.tasks.mail", "renamed", "shop.send_mail"),
        ("app.tasks.plain", "function", None),
        ("app.tasks.decorated", None, None),
        ("shop.send_mial", "near", "shop.send_mail"),
        ("shop.send_mails", None, None),
        ("shop.send_mail2", None, None),
        ("other.tasks.purgee", None, None),
    ],
)
def test_why_nobody_has_a_name(name: str, fault: str | None, meant: str | None) -> None:
    names = one(Registry, TASKS)
    assert (names.fault(name), names.meant(name) if fault else None) == (fault, meant)


@pytest.mark.parametrize(
    "more",
    [
        "from lib import *",
        "@app.task(name=NAME)\ndef f(): ...",
        "@app.task(**options)\ndef f(): ...",
        "app.task(name=f'{x}')(make())",
    ],
)
def test_there_may_be_more_names(more: str) -> None:
    assert one(Registry, f"{TASKS}\n{more}\n").fault("app.tasks.something") is None


def test_a_file_without_tasks_knows_nothing() -> None:
    assert one(Registry, "from celery import Task\n").fault("app.tasks.something") is None
