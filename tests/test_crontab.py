"""Crontab schedules and their fields."""

from __future__ import annotations

import pytest

from celerylint.core.settings import Settings
from celerylint.facts.crontab import Crontab
from celerylint.syntax.value import UNKNOWN
from tests.build import module_of, one, under

HEAD = "from celery.schedules import crontab\n"


def crontab(arguments: str) -> Crontab:
    """A crontab with these arguments."""
    return one(Crontab, f"{HEAD}crontab({arguments})\n")


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "crontab(hour=4)",
        "from celery.schedules import crontab as cron\ncron(hour=4)",
        "from celery import schedules\nschedules.crontab(hour=4)",
        "import celery.schedules\ncelery.schedules.crontab(hour=4)",
        "try:\n    from celery.schedules import crontab\nexcept ImportError:\n    crontab = None\ncrontab(hour=4)",
        HEAD + "cron = crontab\ncron(hour=4)",
    ],
)
def test_every_spelling_of_the_import_is_known(text: str) -> None:
    assert one(Crontab, text).has("hour")


@pytest.mark.parametrize(
    "text",
    [
        "from huey import crontab\ncrontab(hour=4)",
        "from lib.schedules import crontab\ncrontab(hour=4)",
        "def crontab(hour): ...\ncrontab(hour=4)",
        "crontab(hour=4)",
        "try:\n    from celery.schedules import crontab\nexcept ImportError:\n    from huey import crontab\n"
        "crontab(hour=4)",
        HEAD + "class crontab(crontab): ...\ncrontab(hour=4)",
        HEAD + "def f(crontab): crontab(hour=4)",
        HEAD + "from functools import partial\ncrontab = partial(crontab, minute=0)\ncrontab(hour=4)",
        HEAD + "crontab.from_string(line)",
        "from lib import crontab\ncrontab.from_string('0 4 * * *')",
        "from celery.schedules import schedule\nschedule(4)",
    ],
)
def test_other_crontabs_are_not_celerys(text: str) -> None:
    assert not module_of(text).all(Crontab)


@pytest.mark.parametrize("call", ["partial(crontab, minute=0)", "partial(crontab, 0)", "partial(crontab, **daily)"])
def test_what_a_partial_was_given_is_not_missing(call: str) -> None:
    text = f"{HEAD}from functools import partial\ndaily_at = {call}\ndaily_at(hour=4)\n"
    assert all(found.is_open or found.has("minute") for found in module_of(text).all(Crontab))


def test_fields_by_place_and_by_name() -> None:
    found = crontab("0, '*/4', day_of_week=1")
    assert [found.value(field) for field in ("minute", "hour", "day_of_week", "day_of_month")] == [0, "*/4", 1, "*"]
    assert [found.has(field) for field in ("minute", "hour", "month_of_year")] == [True, True, False]
    assert crontab("hour=n").value("hour") is UNKNOWN
    assert one(Crontab, HEAD + "NIGHT = 3\ncrontab(hour=NIGHT)").value("hour") == 3


@pytest.mark.parametrize(("arguments", "is_open"), [("*fields", True), ("0, **fields", True), ("0, hour=1", False)])
def test_more_fields_may_come_from_elsewhere(arguments: str, is_open: bool) -> None:
    assert crontab(arguments).is_open is is_open


@pytest.mark.parametrize(
    ("arguments", "restricts"),
    [("", False), ("hour='*'", False), ("hour='*/2'", True), ("hour=n", True), ("minute=0", False)],
)
def test_a_star_restricts_nothing(arguments: str, restricts: bool) -> None:
    assert crontab(arguments).restricts("hour") is restricts


@pytest.mark.parametrize(
    ("arguments", "fixed"),
    [("0", True), ("'30'", True), ("' 5 '", True), ("'*/5'", False), ("'0,30'", False), ("n", False), ("", False)],
)
def test_the_minute_is_one_number(arguments: str, fixed: bool) -> None:
    assert crontab(arguments).has_fixed_minute is fixed


@pytest.mark.parametrize(
    ("hour", "hours"),
    [
        ("", 24),
        ("hour='*'", 24),
        ("hour=4", 1),
        ("hour='4'", 1),
        ("hour='*/4'", 6),
        ("hour='*/5'", 5),
        ("hour='8-17'", 10),
        ("hour='8-17/3'", 4),
        ("hour='22-2'", 5),
        ("hour='1,2,2'", 2),
        ("hour='0,12-14'", 4),
        ("hour=[1, 2]", 2),
        ("hour=(1, n)", None),
        ("hour=n", None),
        ("hour='sun'", 1),
        ("hour=''", None),
        ("hour='*/0'", None),
        ("hour='1-'", None),
        ("hour=1.5", None),
    ],
)
def test_the_hours_of_a_day(hour: str, hours: int | None) -> None:
    assert crontab(hour).hours == hours


@pytest.mark.parametrize("hour", ["'0-9999999'", "'9999999'", "'*/-1'", "'-5'", "30", "-1"])
def test_hours_that_no_day_has_are_not_counted(hour: str) -> None:
    """Celery refuses them; what matters here is that a wild range costs nothing."""
    hours = crontab(f"hour={hour}").hours
    assert hours is None or hours <= 24


def test_a_crontab_stands_on_its_call() -> None:
    module = module_of(HEAD + "x = {'schedule': crontab(\n    hour=4)}\n")
    assert under(module, module.all(Crontab)[0]) == "crontab(\n    hour=4)"


def test_a_cron_line_has_all_fields_and_another_order() -> None:
    found = one(Crontab, HEAD + "crontab.from_string('0 4 1 * sun')")
    assert [(field.name, field.value) for field in found.fields] == [
        ("minute", "0"),
        ("hour", "4"),
        ("day_of_month", "1"),
        ("month_of_year", "*"),
        ("day_of_week", "sun"),
    ]


def test_fields_after_unpacked_arguments_are_not_known() -> None:
    found = crontab("*times, 99, hour=3")
    assert [(field.name, field.value) for field in found.fields] == [("hour", 3)]


@pytest.mark.parametrize(
    ("field", "read_as"),
    [
        ("minute='1-5-9'", "1-5"),
        ("minute='*/5-10'", "*/5"),
        ("minute='mon'", "1"),
        ("minute='mon-fri'", "1-5"),
        ("day_of_week='mar'", "3"),
        ("month_of_year='mon'", "1"),
        ("day_of_week='Monday'", None),
        ("day_of_week='mon-fri'", None),
        ("month_of_year='jan-march'", None),
        ("minute='*/15 '", None),
        ("minute=' 5'", None),
        ("hour='22-2/2'", None),
    ],
)
def test_what_a_part_is_read_as(field: str, read_as: str | None) -> None:
    (part,) = crontab(field).fields[0].parts
    assert part.read_as == read_as


def test_names_of_months_are_new() -> None:
    old = Settings(target_celery=(5, 4))
    (field,) = one(Crontab, f"{HEAD}crontab(month_of_year='jan')", old).fields
    assert field.fault == "`jan` is neither a number nor a name"
