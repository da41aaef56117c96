"""Options that Celery does not know."""

from __future__ import annotations

import pytest

from celerylint.celery.options import TASK_METHODS, TASK_OPTIONS
from celerylint.core.settings import Settings
from celerylint.facts.spelling import distance, nearest
from celerylint.facts.task_option import GivenOption, PositionalOption, UnknownOption
from tests.build import module_of, one, under

APP = "from celery import Celery\napp = Celery('shop')\n"


def option(keyword: str, more: str = "") -> UnknownOption:
    """The only unknown option of a task of an app of the file."""
    return one(UnknownOption, f"{APP}@app.task({keyword}=1)\ndef send(): ...\n{more}")


@pytest.mark.parametrize("name", sorted(TASK_OPTIONS | TASK_METHODS))
def test_celerys_own_options_are_known(name: str) -> None:
    assert not module_of(f"{APP}@app.task({name}=x)\ndef send(): ...").all(UnknownOption)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("max_retry", "max_retries"),
        ("max_retrys", "max_retries"),
        ("maxretries", "max_retries"),
        ("retries", "max_retries"),
        ("ignore_results", "ignore_result"),
        ("ack_late", "acks_late"),
        ("task_acks_late", "acks_late"),
        ("autoretry", "autoretry_for"),
        ("soft_timelimit", "soft_time_limit"),
        ("queues", "queue"),
        ("bindd", "bind"),
        ("nmae", "name"),
        ("verbose_name", None),
        ("description", None),
        ("once", None),
        ("lock", None),
        ("tags", None),
        ("activity_callback", None),
        ("early_log_level", None),
        ("request_context", None),
        ("interval_start", None),
        ("countdown", None),
    ],
)
def test_what_was_probably_meant(name: str, meant: str | None) -> None:
    assert option(name).meant == meant


@pytest.mark.parametrize(
    ("name", "place"),
    [("countdown", "apply_async"), ("interval_start", "the retry_policy of apply_async"),
     ("run_every", "beat_schedule"),
     ("verbose_name", None), ("max_retry", None)],
)  # fmt: skip
def test_the_mechanism_that_a_keyword_belongs_to(name: str, place: str | None) -> None:
    assert option(name).belongs_to == place


@pytest.mark.parametrize(
    ("more", "read"),
    [
        ("x = send.verbose_name", True),
        ("x = getattr(send, 'verbose_name')", True),
        ('x = getattr(send, "verbose_name", None)', True),
        ("x = send.verbose_name == 1", True),
        ("send.verbose_name = 1", False),
        ("verbose_name = 1", False),
        ("x = send.verbose_names", False),
        ("x = 'a verbose_name'", False),
        ("", False),
    ],
)
def test_an_option_that_the_file_reads(more: str, read: bool) -> None:
    assert option("verbose_name", more).is_read_here is read


@pytest.mark.parametrize(
    ("text", "may"),
    [
        (APP + "@app.task(once=1)\ndef send(): ...", False),
        (APP + "@app.task(once=1, base=x)\ndef send(): ...", True),
        (APP + "import celery_once\n@app.task(once=1)\ndef send(): ...", True),
        (APP.replace("'shop'", "'shop', task_cls=x") + "@app.task(once=1)\ndef send(): ...", True),
        (APP.replace("'shop'", "**x") + "@app.task(once=1)\ndef send(): ...", True),
        (APP + "app.Task = Own\n@app.task(once=1)\ndef send(): ...", True),
        ("from celery import shared_task\n@shared_task(once=1)\ndef send(): ...", True),
        ("from proj.celery import app\n@app.task(once=1)\ndef send(): ...", True),
    ],
)
def test_somebody_out_of_sight_may_read_it(text: str, may: bool) -> None:
    assert one(UnknownOption, text).may_have_readers is may


@pytest.mark.parametrize(
    "text",
    [
        "from functools import partial\njob = partial(app.task, max_retry=1)\n@job()\ndef send(): ...",
        "from celery import Task\nclass Base(Task):\n    max_retry = 1\n@app.task(base=Base)\ndef send(): ...",
        "@app.task(**options)\ndef send(): ...",
        "from celery import Task\nclass Send(Task):\n    max_retry = 1\n    def run(self): ...",
        "from prefect import task\n@task(max_retry=1)\ndef send(): ...",
    ],
)
def test_only_keywords_of_the_tasks_own_decorator_are_judged(text: str) -> None:
    assert not module_of(APP + text).all(UnknownOption)


def test_an_option_may_be_too_new() -> None:
    text = APP + "@app.task(pydantic=True)\ndef send(): ..."
    assert not module_of(text, Settings(target_celery=(5, 5))).all(UnknownOption)
    assert one(UnknownOption, text, Settings(target_celery=(5, 4))).since == "5.5"
    assert option("max_retry").since is None


def test_an_option_stands_on_its_keyword() -> None:
    module = module_of(APP + "@app.task(\n    max_retry=1 + 2,\n)\ndef send(): ...")
    (found,) = module.all(UnknownOption)
    assert (under(module, found), found.name) == ("max_retry=1 + 2", "max_retry")


@pytest.mark.parametrize(
    ("left", "right", "edits"),
    [("", "", 0), ("a", "", 1), ("", "ab", 2), ("bind", "bind", 0), ("bind", "bnid", 1), ("bind", "find", 1),
     ("queue", "queues", 1), ("kitten", "sitting", 3), ("abc", "cab", 2)],
)  # fmt: skip
def test_the_distance_of_two_names(left: str, right: str, edits: int) -> None:
    assert distance(left, right) == distance(right, left) == edits


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("visibility_timout", ["visibility_timeout", "socket_timeout"], "visibility_timeout"),
        ("pots", ["port", "posts"], "posts"),
        ("pts", ["port"], None),
        ("sepp", ["sep"], None),
        ("something_else", ["anything_else"], None),
    ],
)
def test_the_nearest_name(name: str, known: list[str], meant: str | None) -> None:
    assert nearest(name, known) == meant


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("3", "number"),
        ("2.5 * 60", "number"),
        ("'3'", "text"),
        ("None", "None"),
        ("True", "other"),
        ("(1, 2)", "other"),
        ("{'a': b}", "other"),
        ("f'{x}'", "other"),
        ("timedelta(minutes=1)", "timedelta"),
        ("HOUR", "timedelta"),
        ("timedelta(minutes=1).total_seconds()", None),
        ("timedelta(minutes=1) * 2", "timedelta"),
        ("unknown", None),
        ("print", None),
    ],
)
def test_the_kind_of_a_value(value: str, kind: str | None) -> None:
    text = "from datetime import timedelta\nfrom celery import shared_task\nHOUR = timedelta(hours=1)\n"
    assert one(GivenOption, f"{text}@shared_task(expires={value})\ndef send(): ...\n").kind == kind


def test_options_are_given_by_decorators_and_by_classes_and_by_nothing_else() -> None:
    text = """
        from functools import partial
        from celery import Celery, Task
        app = Celery("shop")
        job = partial(app.task, retries=3)
        class Base(Task):
            max_retries = 3
            def run(self):
                rate_limit = "1/s"
        class Other:
            expires = 3
        @job(acks_late=True)
        def send(expires=1): ...
    """
    module = module_of(text)
    given = {option.name: option.is_in_decorator for option in module.all(GivenOption)}
    assert given == {"acks_late": True, "max_retries": False}


@pytest.mark.parametrize(
    ("decorator", "count"),
    [
        ("@app.task('name')", 1),
        ("@shared_task('name', bind=True)", 1),
        ("@bound('name')", 1),
        ("@app.task(1, 2)", 1),
        ("@app.task(name)", 0),
        ("@app.task(*names)", 0),
        ("@app.task()", 0),
        ("@app.task", 0),
        ("@job('slow')", 0),
    ],
)
def test_what_stands_by_place_in_a_task_decorator(decorator: str, count: int) -> None:
    text = "from functools import partial\nfrom celery import Celery, shared_task\napp = Celery('shop')\n"
    text += "bound = partial(app.task, bind=True)\ndef job(queue): return app.task(queue=queue)\n"
    assert len(module_of(f"{text}{decorator}\ndef send(): ...\n").all(PositionalOption)) == count
