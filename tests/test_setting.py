"""Celery settings that a file sets."""

from __future__ import annotations

import pytest

from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.syntax.source import Source, parse
from tests.build import DEFAULTS, module_of, one, under

APP = "from celery import Celery\napp = Celery('shop')\n"
IMPORTED = "from proj.celery import app\n"
FLASK = "from flask import Flask\napp = Flask(__name__)\n"


def settings(text: str) -> list[tuple[str, str, tuple[str | None, ...]]]:
    """The settings of a text: name, value as written, path."""
    module = module_of(text)
    return [(found.name, under(module, found), found.path) for found in module.all(Setting)]


@pytest.mark.parametrize(
    "text",
    [
        IMPORTED + "print(app.conf['a'], app.conf['b']['c'])",
        "from django.conf import settings\nif settings.CELERY:\n    print(settings.BROKER_URL)",
    ],
)
def test_a_file_that_only_reads_settings_is_not_looked_through(text: str) -> None:
    assert not module_of(text).may_hold(Setting)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (APP + "app.conf.task_acks_late = True", ("task_acks_late", "True", ())),
        (APP + "app.conf['task_acks_late'] = True", ("task_acks_late", "True", ())),
        (APP + "KEY = 'a'\napp.conf[KEY] = 1", ("a", "1", ())),
        (APP + "app.conf.task_annotations['send'] = {}", ("task_annotations", "{}", ("send",))),
        (APP + "app.conf.a['b']['c'] = 1", ("a", "1", ("b", "c"))),
        (APP + "app.conf.a[key] = 1", ("a", "1", (None,))),
        (APP + "app.conf['a']['b'] = 1", ("a", "1", ("b",))),
        (APP + "app.conf.update(a=1)", ("a", "1", ())),
        (APP + "app.conf.update({'a': 1})", ("a", "1", ())),
        (APP + "app.conf.update(dict(a=1))", ("a", "1", ())),
        (APP + "D = {'a': 1}\napp.conf.update(D)", ("a", "1", ())),
        (APP + "class Config:\n    a = 1\napp.config_from_object(Config)", ("a", "1", ())),
        ("CELERY_A = 1", ("CELERY_A", "1", ())),
        ("CELERY_A: int = 1", ("CELERY_A", "1", ())),
        ("CELERY_A['b'] = 1", ("CELERY_A", "1", ("b",))),
        ("class Base:\n    CELERY_A = 1", ("CELERY_A", "1", ())),
        ("from proj.celery import app\napp.conf.a = 1", ("a", "1", ())),
        ("from celery import current_app\ncurrent_app.conf.a = 1", ("a", "1", ())),
        (IMPORTED + "app.conf['a'] = 1", ("a", "1", ())),
        (IMPORTED + "app.conf[\n    'a'\n] = 1", ("a", "1", ())),
        (IMPORTED + "app.conf['a']['b'] = 1", ("a", "1", ("b",))),
        (IMPORTED + "app.conf['a'].update(b=1)", ("a", "1", ("b",))),
        (IMPORTED + "app.conf['a'] |= {'b': 1}", ("a", "1", ("b",))),
        (IMPORTED + "app.conf.update(BROKER_URL='')", ("BROKER_URL", "''", ())),
        (APP + "conf = app.conf\nconf.a = 1", ("a", "1", ())),
        (APP + "conf = app.conf\nconf.update(a=1)", ("a", "1", ())),
        (APP + "app.conf.a.update({'b': 1})", ("a", "1", ("b",))),
        (APP + "app.conf.a['b'].update(c=1)", ("a", "1", ("b", "c"))),
        (APP + "app.conf.a |= {'b': 1}", ("a", "1", ("b",))),
        ("CELERY_A |= {'b': 1}", ("CELERY_A", "1", ("b",))),
        (APP + "app.add_defaults({'a': 1})", ("a", "1", ())),
        (APP + "app.config_from_object({'a': 1})", ("a", "1", ())),
        (APP + "class Base:\n    a: int = 1\nclass C(Base): ...\napp.config_from_object(C())", ("a", "1", ())),
        (APP + "class Config:\n    a = 1\napp.config_from_object('app.tasks:Config')", ("a", "1", ())),
        (APP + "class Config:\n    a = 1\napp.config_from_object('app.tasks.Config')", ("a", "1", ())),
        ("from celery import Celery\nclass C:\n    a = 1\napp = Celery(config_source=C)", ("a", "1", ())),
        ("from celery import Celery\napp = Celery('shop', broker='redis://')", ("broker", "'redis://'", ())),
        (
            "from celery import Celery\napp = Celery('shop', timezone='UTC', set_as_current=1)",
            ("timezone", "'UTC'", ()),
        ),
        ("from celery import Celery\napp = Celery('shop', changes={'a': 1})", ("a", "1", ())),
        ("from celery import Celery\nclass Mine(Celery): ...\napp = Mine(include=[])", ("include", "[]", ())),
        ("class CeleryConfig:\n    task_acks_late = True\n    name = 1", ("task_acks_late", "True", ())),
        ("CELERY_A.update({'b': 1})", ("CELERY_A", "1", ("b",))),
        ("CELERY = {'task_acks_late': True}", ("task_acks_late", "True", ())),
        (FLASK + "app.config.from_mapping(SECRET=1, CELERY=dict(a=1))", ("a", "1", ())),
        (FLASK + "app.config['CELERY'] = {'a': 1}", ("a", "1", ())),
        (FLASK + "app.config['CELERY_A'] = 1", ("CELERY_A", "1", ())),
        (FLASK + "app.config.update(CELERY_A=1)", ("CELERY_A", "1", ())),
        ("from shop import app\napp.config['CELERY_A'] = 1", ("CELERY_A", "1", ())),
        ("from quart import Quart\ndef f(app):\n    app.config['CELERY_A'] = 1", ("CELERY_A", "1", ())),
        ("import flask\nclass App(flask.Flask): ...\napp = App()\napp.config['CELERY_A'] = 1", ("CELERY_A", "1", ())),
        (
            "from shop import BaseCeleryConfig\nclass CeleryConfig(BaseCeleryConfig):\n    task_acks_late = True",
            ("task_acks_late", "True", ()),
        ),
        ("class Production:\n    CELERYD_CONCURRENCY = 4", ("CELERYD_CONCURRENCY", "4", ())),
    ],
)
def test_a_setting_and_its_value(text: str, expected: tuple[str, str, tuple[str | None, ...]]) -> None:
    assert settings(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "conf.task_acks_late = True",
        "app.conf.task_acks_late = True",
        "from lib import app\napp.conf.task_acks_late = True",
        APP + "app.configuration.a = 1",
        APP + "app.conf[key] = 1",
        APP + "app.conf.update(**options)",
        APP + "app.conf.update({key: 1, **other})",
        APP + "app.conf.update(other())",
        APP + "app.config_from_object('proj.settings')",
        APP + "app.config_from_object()",
        APP + "def f(app): app.conf.a = 1",
        APP + "app = Flask()\napp.conf.a = 1",
        "def f():\n    CELERY_A = 1",
        "celery_a = 1",
        "BROKER_URL = ''",
        "rows.update(a=1)",
        "rows |= {'a': 1}",
        APP + "app.conf.a += {'b': 1}",
        "rows['CELERY_A'] = 1",
        "app.config['CELERY_A'] = 1",
        "def f(app):\n    app.config['CELERY_A'] = 1",
        "class Scanner: ...\nscanner = Scanner()\nscanner.config['CELERY_A'] = 1",
        "import flask\nclass Scanner:\n    def f(self):\n        self.config['CELERY_A'] = 1",
        "from django.apps import AppConfig\nclass CeleryShopConfig(AppConfig):\n    timezone = 'UTC'",
        "from enum import Enum\nclass CeleryConfigName(Enum):\n    timezone = 'UTC'",
        "from celery import Celery\napp = Celery('shop', None, set_as_current=False)",
        "from kombu import Connection\nconnection = Connection(broker='redis://')",
        APP + "class Config:\n    a = 1\napp.config_from_object('other.Config')",
        APP + "class Config:\n    def f(self):\n        a = 1\napp.config_from_object(Config)",
        APP + "conf = app.conf\ndef f(conf):\n    conf.a = 1",
    ],
)
def test_what_is_no_setting_of_celery(text: str) -> None:
    assert settings(text) == []


def test_names_of_a_settings_module_are_settings() -> None:
    text = (
        "from celery.schedules import crontab\ntask_acks_late = True\n_own = 1\nclass A:\n    task_acks_late = True\n"
    )
    tree = parse(text)
    found = [
        Module(Source(path, text, tree), DEFAULTS).all(Setting) for path in ("shop/celeryconfig.py", "shop/tasks.py")
    ]
    assert [[each.name for each in settings] for settings in found] == [["task_acks_late"], []]


def test_a_module_may_name_itself_as_settings() -> None:
    assert ("a", "1", ()) in settings(APP + "app.config_from_object(__name__)\na = 1")


def test_an_old_name_without_prefix_counts_beside_others() -> None:
    assert [name for name, _, _ in settings("CELERY_TIMEZONE = 'UTC'\nBROKER_URL = ''\nBROKER_A = 1")] == [
        "CELERY_TIMEZONE",
        "BROKER_URL",
    ]


@pytest.mark.parametrize(
    ("text", "canonical", "is_old", "namespace"),
    [
        (APP + "app.conf.task_acks_late = 1", "task_acks_late", False, None),
        (APP + "app.conf.CELERY_ACKS_LATE = 1", "task_acks_late", True, None),
        (APP + "app.conf.TASK_ACKS_LATE = 1", None, False, None),
        (APP + "app.conf.task_ack_late = 1", None, False, None),
        ("CELERY_TASK_ACKS_LATE = 1", "task_acks_late", False, "CELERY"),
        ("CELERY_ACKS_LATE = 1", "task_acks_late", True, None),
        ("CELERYBEAT_SCHEDULE = {}", "beat_schedule", True, None),
        ("CELERY_TIMEZONE = ''", "timezone", False, "CELERY"),
        ("CELERY_TASK_RESULT_EXPIRES = 1", "result_expires", True, None),
        ("CELERY_OWN = 1", None, False, "CELERY"),
        ("CELERY = {'timezone': ''}", "timezone", False, None),
        ("from celery import Celery\nCelery(backend='rpc://')", "result_backend", False, None),
        (
            APP + "class Config:\n    SHOP_TIMEZONE = ''\napp.config_from_object(Config, namespace='SHOP')",
            "timezone",
            False,
            "SHOP",
        ),
    ],
)
def test_what_a_name_means(text: str, canonical: str | None, is_old: bool, namespace: str | None) -> None:
    found = one(Setting, text)
    assert (found.canonical, found.is_old_name, found.namespace) == (canonical, is_old, namespace)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (APP + "app.conf.timezone = ''", "timezone"),
        (APP + "app.conf['timezone'] = ''", "'timezone'"),
        (APP + "app.conf.update(timezone='')", "timezone"),
        (APP + "app.conf.update({'timezone': ''})", "'timezone'"),
        ("CELERY_TIMEZONE: str = ''", "CELERY_TIMEZONE"),
    ],
)
def test_the_place_of_a_name(text: str, name: str) -> None:
    module = module_of(text)
    (found,) = module.all(Setting)
    assert under(module, found.name_span) == name
    assert found.value == ""


def test_what_celery_says_of_a_setting() -> None:
    known = one(Setting, "CELERY_TASK_RESULT_EXPIRES = 60").known
    assert known == ("result_expires", "float", 86400, "CELERY_TASK_RESULT_EXPIRES")
