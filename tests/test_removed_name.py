"""Names that Celery no longer has."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.removed_name import RemovedMember, RemovedName
from tests.build import module_of, under


def removed(text: str, settings: Settings = Settings()) -> list[tuple[str, str]]:  # noqa: B008
    module = module_of(text, settings)
    return [(under(module, each), each.name) for each in (*module.all(RemovedName), *module.all(RemovedMember))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from celery.task import task as job", [("task as job", "celery.task.task")]),
        ("from celery import task, chain", [("task", "celery.task")]),
        ("import os, celery.five", [("celery.five", "celery.five")]),
        ("import celery.task.sets as sets", [("celery.task.sets as sets", "celery.task.sets")]),
        ("from celery.task import *", [("*", "celery.task.*")]),
        ("from celery.backends import amqp", [("amqp", "celery.backends.amqp")]),
        ("import celery as c\n@c.task\ndef send(): ...", [("c.task", "celery.task")]),
        ("import celery\nclass Old(celery.PeriodicTask): ...", [("celery.PeriodicTask", "celery.PeriodicTask")]),
        ("import celery\n@celery.task(bind=True)\ndef send(self): ...", [("celery.task", "celery.task")]),
        ("import celery.task\n@celery.task.task\ndef send(): ...", [("celery.task", "celery.task")]),
        ("from celery import Celery\nCelery('a').subtask('b')", [("Celery('a').subtask", "app.subtask")]),
    ],
)
def test_a_name_is_gone(text: str, found: list[tuple[str, str]]) -> None:
    assert removed(text + "\n") == found


@pytest.mark.parametrize(
    "text",
    [
        "from .celery.task import task",
        "from . import celery\n@celery.task\ndef send(): ...",
        "from app import celery\n@celery.periodic_task\ndef send(): ...",
        "from celery_tasks.task import task",
        "from celery import subtask, registry",
        "from celery.app.task import Task",
        "import celery\ncelery.subtask('a')",
        "celery.task",
        "from celery import Celery\nclass App(Celery): ...\napp = App()\napp.TaskSet()",
        "from app import app\napp.TaskSet()",
        "from celery import Task\nclass A(Task):\n    def run(self): self.get_logger()\n    def get_logger(self): ...",
        "try:\n    from celery import shared_task\nexcept ImportError:\n    from celery.task import task",
        "import celery\nif celery.__version__ < '4':\n    from celery.task import task",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from celery.task import task",
    ],
)
def test_a_name_is_still_there_or_not_celerys_or_guarded(text: str) -> None:
    assert removed(text + "\n") == []


def test_an_older_celery_still_has_it() -> None:
    text = "from celery.task import task\nfrom celery.utils import mail\n"
    assert removed(text, Settings(target_celery=(4, 4))) == [("mail", "celery.utils.mail")]
