"""Entries of the beat schedule, and what is wrong with a schedule."""

from __future__ import annotations

import pytest

from celerylint.facts.schedule_entry import ScheduleEntry
from celerylint.facts.schedule_value import period
from tests.build import module_of, one, under

APP = "from celery import Celery\napp = Celery('shop')\n"
ENTRY = "{'task': 't', 'schedule': 1}"


def names(text: str) -> list[str | None]:
    """The names of the entries of a text."""
    return [entry.name for entry in module_of(text).all(ScheduleEntry)]


@pytest.mark.parametrize(
    "text",
    [
        f"{APP}app.conf.beat_schedule = {{'a': {ENTRY}}}",
        f"{APP}app.conf.beat_schedule['a'] = {ENTRY}",
        f"{APP}app.conf.beat_schedule.update({{'a': {ENTRY}}})",
        f"{APP}app.conf.beat_schedule.update(a={ENTRY})",
        f"{APP}app.conf.update(beat_schedule={{'a': {ENTRY}}})",
        f"{APP}S = {{'a': {ENTRY}}}\napp.conf.beat_schedule = S",
        f"{APP}S = {{'a': {ENTRY}}}\napp.conf.beat_schedule = {{**S}}",
        f"{APP}S = {{'a': {ENTRY}}}\napp.conf.beat_schedule = S | more",
        f"{APP}app.conf.beat_schedule = {{'a': {ENTRY}}} if LIVE else {{}}",
        f"{APP}E = {ENTRY}\napp.conf.beat_schedule = dict(a=E)",
        f"CELERYBEAT_SCHEDULE = {{'a': {ENTRY}}}",
        f"class Live:\n    CELERY_BEAT_SCHEDULE = {{'a': {ENTRY}}}",
        f"from django.conf import settings\nsettings.CELERY_BEAT_SCHEDULE['a'] = {ENTRY}",
        f"CELERY = {{'beat_schedule': {{'a': {ENTRY}}}}}",
    ],
)
def test_entries_are_found(text: str) -> None:
    assert names(text) == ["a"]


@pytest.mark.parametrize(
    "text",
    [
        f"beat_schedule = {{'a': {ENTRY}}}",
        f"{APP}app.conf.beat_schedule['a']['args'] = {ENTRY}",
        f"{APP}app.conf.beat_schedule = {{'a': entry()}}",
        f"settings.CELERY_BEAT_SCHEDULE['a'] = {ENTRY}",
    ],
)
def test_what_is_no_entry(text: str) -> None:
    assert names(text) == []


def test_one_dict_set_twice_is_one_entry() -> None:
    assert names(f"CELERY_BEAT_SCHEDULE = {{'a': {ENTRY}}}\nCELERYBEAT_SCHEDULE = CELERY_BEAT_SCHEDULE") == ["a"]


@pytest.mark.parametrize(
    ("set_up", "expected"),
    [("= {'a': E}", "'a'"), ("= dict(a=E)", "a"), ("['a'] = E", "'a'"), (".update(a=E)", "a")],
)
def test_an_entry_stands_on_its_key(set_up: str, expected: str) -> None:
    module = module_of(f"E = {ENTRY}\nCELERY_BEAT_SCHEDULE{set_up}")
    (entry,) = module.all(ScheduleEntry)
    assert under(module, entry) == expected


def entry(inside: str) -> ScheduleEntry:
    """An entry made of these lines."""
    head = "import datetime as dt\nfrom celery.schedules import crontab\n"
    return one(ScheduleEntry, f"{head}CELERY_BEAT_SCHEDULE = {{'a': {{{inside}}}}}")


@pytest.mark.parametrize(
    ("schedule", "fault"),
    [
        ("10", None),
        ("60 * 60", None),
        ("0.5", None),
        ("0", "never pauses"),
        ("-1", "never pauses"),
        ("crontab(minute=0)", None),
        ("dt.timedelta(minutes=1)", None),
        ("dt.timedelta()", "never pauses"),
        ("dt.timedelta(minutes=n)", None),
        ("'0 4 * * *'", "text"),
        ("f'{n} 4 * * *'", "text"),
        ("dt.time(4)", "other"),
        ("None", "other"),
        ("{'hours': 4}", "other"),
        ("(4,)", "other"),
        ("every(4)", None),
        ("n", None),
    ],
)
def test_schedules(schedule: str, fault: str | None) -> None:
    assert entry(f"'task': 't', 'schedule': {schedule}").schedule_fault == fault


@pytest.mark.parametrize(
    ("inside", "unusable"),
    [
        ("'args': (5)", "args"),
        ("'args': (5,)", None),
        ("'args': 0", None),
        ("'args': 'text'", None),
        ("'args': n", None),
        ("'kwargs': ('a', 1)", "kwargs"),
        ("'kwargs': 'text'", "kwargs"),
        ("'kwargs': {'a': 1}", None),
        ("'kwargs': ()", None),
    ],
)
def test_arguments_that_beat_cannot_read(inside: str, unusable: str | None) -> None:
    assert entry(inside).unusable == unusable


def test_an_open_entry_may_hold_more() -> None:
    assert not entry("**more").lacks_schedule
    assert not entry("key: 1").lacks_task
    assert entry("").lacks_schedule
    assert entry("").lacks_task


@pytest.mark.parametrize(
    ("key", "meant"),
    [("option", "options"), ("optons", "options"), ("tasks", "task"), ("cron", "schedule"), ("enabled", None)],
)
def test_what_an_unknown_key_means(key: str, meant: str | None) -> None:
    (found,) = entry(f"'{key}': 1").unknown_keys
    assert (found.name, found.meant) == (key, meant)


@pytest.mark.parametrize(
    ("schedule", "seconds"),
    [
        ("30", 30),
        ("HALF", 0.5),
        ("timedelta(minutes=1, seconds=30)", 90),
        ("sched(timedelta(hours=2))", 7200),
        ("crontab()", 60),
        ("crontab(minute='5,35')", 1800),
        ("crontab(minute=7, hour='*/1')", 3600),
        ("crontab(minute='*/7')", None),
        ("crontab(minute='0,5')", None),
        ("crontab(minute='*/5', hour='8-18')", None),
        ("crontab(minute=[])", None),
        ("crontab(**fields)", None),
        ("timedelta(minutes=count)", None),
        ("sched()", None),
        ("'* * * * *'", None),
    ],
)
def test_after_how_many_seconds_a_schedule_comes_again(schedule: str, seconds: float | None) -> None:
    imports = "from celery.schedules import crontab, schedule as sched\nfrom datetime import timedelta\nHALF = 0.5\n"
    entry = one(ScheduleEntry, f"{imports}CELERY_BEAT_SCHEDULE = {{'a': {{'task': 't', 'schedule': {schedule}}}}}")
    assert entry.schedule_node is not None
    assert period(entry.module, entry.schedule_node) == seconds
