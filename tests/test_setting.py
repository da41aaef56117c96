"""Celery settings that a file sets."""

from __future__ import annotations

import pytest

from celerylint.facts.setting import Setting
from tests.build import module_of, under

APP = "from celery import Celery\napp = Celery('shop')\n"


def settings(text: str) -> list[tuple[str, str, tuple[str | None, ...]]]:
    """The settings of a text: name, value as written, path."""
    module = module_of(text)
    return [(found.name, under(module, found), found.path) for found in module.all(Setting)]


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
    ],
)
def test_what_is_no_setting_of_celery(text: str) -> None:
    assert settings(text) == []
