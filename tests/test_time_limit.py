"""Whether a task is told that its time is over."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.task import Task
from celerylint.facts.time_limit import TimeLimits, has_soft_time_limit
from tests.build import module_of, under

APP = "from celery import Celery, Task\nfrom lib import LIMIT\napp = Celery('shop')\n"
LIMITED = APP + "@app.task(soft_time_limit=10)\ndef send(): ..."


@pytest.mark.parametrize(
    ("text", "limited"),
    [
        ("@app.task(soft_time_limit=10)\ndef send(): ...", True),
        ("@app.task(soft_time_limit=LIMIT)\ndef send(): ...", True),
        ("@app.task(soft_time_limit=None)\ndef send(): ...", False),
        ("@app.task(time_limit=10)\ndef send(): ...", False),
        ("@app.task\ndef send(): ...", False),
        ("class Base(Task):\n    soft_time_limit = 10\n@app.task(base=Base)\ndef send(): ...", True),
        (
            "class Base(Task):\n    soft_time_limit = 10\n@app.task(base=Base, soft_time_limit=None)\ndef send(): ...",
            False,
        ),
        ("class Send(Task):\n    soft_time_limit = 10\n    def run(self): ...", True),
        ("app.conf.task_soft_time_limit = 10\n@app.task\ndef send(): ...", True),
        ("app.conf.update(task_soft_time_limit=LIMIT)\n@app.task\ndef send(): ...", True),
        ("CELERY_TASK_SOFT_TIME_LIMIT = 10\n@app.task\ndef send(): ...", True),
        ("CELERYD_TASK_SOFT_TIME_LIMIT = 10\n@app.task\ndef send(): ...", True),
        ("app.conf.task_soft_time_limit = None\n@app.task\ndef send(): ...", False),
        ("app.conf.task_time_limit = 10\n@app.task\ndef send(): ...", False),
        ("other.conf.task_soft_time_limit = 10\n@app.task\ndef send(): ...", False),
    ],
)
def test_a_soft_limit_is_an_option_an_attribute_or_a_setting(text: str, limited: bool) -> None:
    (task,) = module_of(APP + text).all(Task)
    assert has_soft_time_limit(task) is limited


@pytest.mark.parametrize(
    ("pool", "limited"),
    [(None, True), ("prefork", True), ("threads", False), ("solo", False), ("gevent", False), ("eventlet", False)],
)
def test_only_processes_have_soft_limits(pool: object, limited: bool) -> None:
    (task,) = module_of(LIMITED, Settings()._replace(worker_pool=pool)).all(Task)  # type: ignore[arg-type]
    assert has_soft_time_limit(task) is limited


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("@shared_task(soft_time_limit=9, time_limit=5)", "soft_time_limit=9"),
        ("app.conf.task_soft_time_limit = 9\n@app.task(time_limit=5)", "time_limit=5"),
        ("app.conf.task_time_limit = 5\n@app.task(soft_time_limit=9)", "soft_time_limit=9"),
        ("app.conf.task_time_limit = 5\napp.conf.task_soft_time_limit = 9\n@app.task", "9"),
        ("app.conf.task_time_limit = 5\n@app.task(soft_time_limit=9, **options)", None),
        ("app.conf.task_time_limit = 5\napp.conf.task_time_limit = 6\n@app.task(soft_time_limit=9)", None),
        ("class B(Task): soft_time_limit = 9\n@app.task(base=B, time_limit=5)", "time_limit=5"),
        ("class B(Task):\n    soft_time_limit = 9\n    time_limit = 5\n@app.task(base=B)", "9"),
        ("app.conf.task_soft_time_limit = 9\nclass B(Task): time_limit = 5\n@app.task(base=B)", "5"),
        ("@shared_task(soft_time_limit=True, time_limit=5)", None),
        ("if x: app.conf.task_time_limit = 5\napp.conf.task_soft_time_limit = 9\n@app.task", None),
        ("app.conf.task_time_limit = 5\ndef f(): app.conf.task_soft_time_limit = 9\n@app.task", None),
        ("@shared_task(soft_time_limit='9', time_limit=5)", None),
    ],
)
def test_a_pair_of_limits_and_where_it_is_told(text: str, place: str | None) -> None:
    module = module_of(f"from celery import Celery, Task, shared_task\napp = Celery()\n{text}\ndef job(): ...")
    assert [under(module, limits) for limits in module.all(TimeLimits)] == ([place] if place else [])
