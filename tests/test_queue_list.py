"""Queues that workers consume."""

from __future__ import annotations

from pathlib import Path

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.module import Module
from celerylint.facts.queue_list import QueueList
from celerylint.syntax.source import Source, parse
from tests.build import module_of
from tests.test_project import laid_out

HEAD = "from celery import Celery\nfrom kombu import Queue\napp = Celery('shop')\n"
TASK = "@app.task(name='shop.pay')\ndef pay(): ...\n"


def queues(text: str) -> QueueList:
    """The only list of queues."""
    (found,) = module_of(HEAD + text).all(QueueList)
    return found


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("[Queue('a'), Queue(name='b')]", {"a", "b"}),
        ("(Queue('a'),)", {"a"}),
        ("{'a': {}, 'b': {}}", {"a", "b"}),
        ("[Queue(name)]", None),
        ("[Queue('a'), other]", None),
        ("[Queue('a'), *more]", None),
        ("[make('a')]", None),
        ("[Queue(n) for n in names]", None),
        ("[]", None),
    ],
)
def test_names_of_queues(value: str, names: set[str] | None) -> None:
    found = module_of(f"{HEAD}app.conf.task_queues = {value}").all(QueueList)
    assert [each.names for each in found] == ([names] if names else [])


def test_an_old_name_may_be_ignored_under_a_namespace() -> None:
    text = f"{HEAD}CELERY_QUEUES = [Queue('a')]"
    assert module_of(text).all(QueueList)
    assert not module_of(text, Settings(target_celery=(5, 6))).all(QueueList)


@pytest.mark.parametrize(
    ("more", "default"),
    [
        ("", "celery"),
        ("app.conf.task_default_queue = 'a'", "a"),
        ("app.conf.task_default_queue = name", None),
        ("app.conf.task_default_queue = 'a'\napp.conf.task_default_queue = 'b'", None),
        ("app.config_from_object('shop.config')", None),
        ("from shop.settings import *", None),
    ],
)
def test_the_default_queue(more: str, default: str | None) -> None:
    assert queues(f"app.conf.task_queues = [Queue('q')]\n{more}").default == default


@pytest.mark.parametrize(
    ("sent", "unrouted"),
    [
        ("pay.delay()", "pay"),
        ("pay.apply_async()", "pay"),
        ("pay.apply_async(queue='q')", None),
        ("pay.apply_async(**options)", None),
        ("pay.s()", None),
        ("app.conf.beat_schedule = {'a': {'task': 't', 'schedule': 1}}", "t"),
        ("app.conf.beat_schedule = {'a': {'task': 't', 'schedule': 1, 'options': {'queue': 'q'}}}", None),
        ("app.conf.beat_schedule = {'a': {'task': 't', 'schedule': 1, 'options': options}}", None),
        ("app.conf.beat_schedule = {'a': {'task': 't', 'schedule': 1, **more}}", None),
        ("app.conf.task_routes = {'shop.*': 'q'}\npay.delay()", None),
        ("app.conf.task_routes = {'other.*': 'q'}\npay.delay()", "pay"),
        ("app.conf.task_routes = router\npay.delay()", None),
        ("app.conf.task_routes = {regex: 'q'}\npay.delay()", None),
    ],
)
def test_what_goes_to_the_default_queue(sent: str, unrouted: str | None) -> None:
    assert queues(f"app.conf.task_queues = [Queue('q')]\n{TASK}{sent}").unrouted == unrouted


@pytest.mark.parametrize(
    ("command", "queues", "consumed"),
    [
        ("", (), False),
        ("worker: celery -A shop worker", (), False),
        ("worker: celery -A shop worker -Q q", (), False),
        ("worker: celery -A shop worker -Q q,celery", (), True),
        ("worker: celery -A shop worker -Q $QUEUES", (), True),
        ("", ("q",), False),
        ("", ("q", "celery"), True),
    ],
)
def test_whether_a_worker_takes_from_the_default_queue(
    tmp_path: Path, command: str, queues: tuple[str, ...], consumed: bool
) -> None:
    text = f"{HEAD}app.conf.task_queues = [Queue('q')]"
    index = laid_out(tmp_path, {"shop/__init__.py": "", "shop/celery.py": text, "Procfile": command})
    module = Module(Source(str(tmp_path / "shop/celery.py"), text, parse(text)), Settings(queues=queues), index)
    (found,) = module.all(QueueList)
    assert found.is_default_consumed is consumed
