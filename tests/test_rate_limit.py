"""Rate limits, wherever a file gives one."""

from __future__ import annotations

import pytest

from celerylint.facts.rate_limit import RateLimit
from tests.build import module_of, one, under

APP = "from celery import Celery, Task, shared_task\napp = Celery('shop')\n"


@pytest.mark.parametrize(
    "text",
    [
        "@app.task(rate_limit=V)\ndef send(): ...",
        "@shared_task(rate_limit=V)\ndef send(): ...",
        "class Base(Task):\n    rate_limit = V",
        "class Send(Task):\n    rate_limit: str = V\n    def run(self): ...",
        "class Base(Task):\n    rate_limit = V\n@app.task(base=Base)\ndef send(): ...",
        "app.conf.task_default_rate_limit = V",
        "app.conf.task_annotations = {'send': {'rate_limit': V}}",
        "app.conf.task_annotations = {'*': dict(rate_limit=V)}",
        "app.conf.task_annotations = [{'send': {'rate_limit': V}}]",
        "app.conf.task_annotations['send'] = {'rate_limit': V}",
        "app.conf.task_annotations['send']['rate_limit'] = V",
        "app.conf.update(task_annotations={'send': {'rate_limit': V}})",
        "CELERY_TASK_ANNOTATIONS = {'send': {'rate_limit': V}}",
        "CELERY_ANNOTATIONS = {'send': {'rate_limit': V}}",
        "SLOW = {'rate_limit': V}\nCELERY_ANNOTATIONS = {'send': SLOW}",
    ],
)
def test_a_rate_limit_is_found_once(text: str) -> None:
    module = module_of(APP + text.replace("V", "'5/d'"))
    (limit,) = module.all(RateLimit)
    assert under(module, limit) == "'5/d'"
    assert limit.fault == "unit `d` is none of s, m, h"
    assert not limit.is_negative


@pytest.mark.parametrize(
    "text",
    [
        "class Throttle:\n    rate_limit = V",
        "rate_limit = V",
        "@limiter.limit(rate_limit=V)\ndef view(): ...",
        "from huey import RedisHuey\nhuey = RedisHuey()\n@huey.task(rate_limit=V)\ndef send(): ...",
        "@task(rate_limit=V)\ndef send(): ...",
        "REST_FRAMEWORK = {'DEFAULT_THROTTLE_RATES': {'rate_limit': V}}",
        "app.conf.task_annotations = {'send': {'other': V}}",
        "app.conf.task_annotations['send']['time_limit'] = V",
        "other.conf.task_default_rate_limit = V",
        "send.rate_limit = V",
    ],
)
def test_other_limits_are_not_celerys(text: str) -> None:
    limits = module_of(APP + text.replace("V", "'5/d'")).all(RateLimit)
    assert not [limit for limit in limits if limit.fault]


@pytest.mark.parametrize(
    "value",
    [
        "'100/m'", "'5/s'", "'1/h'", "'1.5/m'", "'1e2/h'", "' 5/s'", "'5'", "'5/'", "'0/m'", "''", "0", "10", "0.5",
        "None", "LIMIT", "f'{n}/d'", "get()", "True", "'5' + '/m'", "'nan'", "'inf/m'",
    ],
)  # fmt: skip
def test_what_celery_reads_has_no_fault(value: str) -> None:
    assert one(RateLimit, f"{APP}@app.task(rate_limit={value})\ndef send(): ...").fault is None


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("'125/d'", "unit `d` is none of s, m, h"),
        ("'5/min'", "unit `min` is none of s, m, h"),
        ("'5/M'", "unit `M` is none of s, m, h"),
        ("'5/ m'", "unit ` m` is none of s, m, h"),
        ("'5/10s'", "unit `10s` is none of s, m, h"),
        ("'5/m/s'", "unit `m/s` is none of s, m, h"),
        ("'five/m'", "`five` is no number"),
        ("'5 per m'", "`5 per m` is no number"),
        ("'/m'", "`` is no number"),
        ("'5' + '/d'", "unit `d` is none of s, m, h"),
        ("-1", "it is negative"),
        ("'-5/m'", "it is negative"),
    ],
)
def test_what_celery_cannot_read_has_a_fault(value: str, fault: str) -> None:
    limit = one(RateLimit, f"{APP}@app.task(rate_limit={value})\ndef send(): ...")
    assert limit.fault == fault
    assert limit.is_negative is (fault == "it is negative")


@pytest.mark.parametrize(
    ("top", "faulty"),
    [
        ("RATE = '5/d'", True),
        ("NUMBER = '5'\nRATE = NUMBER + '/d'", True),
        ("RATE = '5/d'\nRATE = '5/m'", False),
        ("RATE = '5/d'\nif fast:\n    RATE = '5/m'", False),
        ("RATE = '5/d' if slow else '5/m'", False),
        ("from lib import RATE", False),
        ("RATE = '5/d'\ndef load():\n    global RATE\n    RATE = '5/m'", False),
        ("RATE = '5'\nRATE += '/m'", False),
        ("for RATE in ('5/d',): pass", False),
    ],
)
def test_names_fold_only_if_the_file_can_tell(top: str, faulty: bool) -> None:
    text = f"{APP}{top}\n@app.task(rate_limit=RATE)\ndef send(): ..."
    assert (one(RateLimit, text).fault is not None) is faulty
