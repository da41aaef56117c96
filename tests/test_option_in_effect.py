"""What a worker goes by where a task gives no option."""

from __future__ import annotations

import pytest

from celerylint.facts.option_in_effect import in_effect
from celerylint.facts.task import Task
from celerylint.syntax.value import UNKNOWN
from tests.build import one

OWN_APP = "from celery import Celery\nimport lib\napp = Celery('x')\n"
PLAIN = "@app.task\ndef job(): ...\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (OWN_APP + PLAIN, None),
        (OWN_APP + "@app.task(acks_late=True)\ndef job(): ...", True),
        (OWN_APP + "@app.task(acks_late=lib.LATE)\ndef job(): ...", UNKNOWN),
        (OWN_APP + "@app.task(**lib.OPTIONS)\ndef job(): ...", UNKNOWN),
        (OWN_APP + "@app.task(base=lib.Base)\ndef job(): ...", UNKNOWN),
        (OWN_APP + "app.conf.task_acks_late = True\n" + PLAIN, True),
        (OWN_APP + "app.conf.task_acks_late = lib.LATE\n" + PLAIN, UNKNOWN),
        (OWN_APP + "if lib.LATE:\n    app.conf.task_acks_late = True\n" + PLAIN, UNKNOWN),
        (OWN_APP + "app.conf.task_acks_late = True\napp.conf.task_acks_late = False\n" + PLAIN, UNKNOWN),
        (OWN_APP + "app.conf.update(timezone='UTC')\n" + PLAIN, None),
        (OWN_APP + "app.conf.update({'task_acks_late': False})\n" + PLAIN, False),
        (OWN_APP + "app.conf.update(lib.CONFIG)\n" + PLAIN, UNKNOWN),
        (OWN_APP + "app.conf.update(**lib.CONFIG)\n" + PLAIN, UNKNOWN),
        (OWN_APP + "app.config_from_object('lib')\n" + PLAIN, UNKNOWN),
        (OWN_APP + "class Config:\n    task_acks_late = True\napp.config_from_object(Config)\n" + PLAIN, True),
        (OWN_APP + "app.conf = lib.CONFIG\n" + PLAIN, UNKNOWN),
        (OWN_APP + "app.conf.task_annotations = {'*': {'acks_late': True}}\n" + PLAIN, UNKNOWN),
        (OWN_APP + "app.Task = lib.Base\n" + PLAIN, UNKNOWN),
        (OWN_APP.replace("'x'", "'x', config_source='lib'") + PLAIN, UNKNOWN),
        (OWN_APP.replace("'x'", "**lib.OPTIONS") + PLAIN, UNKNOWN),
        ("from celery import Celery\nclass App(Celery): ...\napp = App('x')\n" + PLAIN, UNKNOWN),
        ("from lib.celery import app\n" + PLAIN, UNKNOWN),
        ("from celery import shared_task\n@shared_task\ndef job(): ...", UNKNOWN),
    ],
)
def test_what_holds(text: str, value: object) -> None:
    assert in_effect(one(Task, text), "acks_late") is value
