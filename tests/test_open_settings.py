"""Settings that come from where a file does not show."""

from __future__ import annotations

import pytest

from celerylint.facts.open_settings import OpenSettings
from tests.build import module_of

APP = "from celery import Celery\napp = Celery('shop')\n"


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("app.config_from_object('shop.settings')", True),
        ("app.config_from_object(obj='shop.settings')", True),
        ("app.config_from_object()", True),
        ("app.config_from_envvar('SETTINGS')", True),
        ("class Config(Base):\n    a = 1\napp.config_from_object(Config)", True),
        ("app.conf.update(**options)", True),
        ("app.conf.update(options())", True),
        ("app.conf = options", True),
        ("app.config_from_object(__name__)", False),
        ("app.config_from_object('app.tasks')", False),
        ("app.config_from_object({'a': 1})", False),
        ("class Base: ...\nclass Config(Base):\n    a = 1\napp.config_from_object(Config())", False),
        ("app.conf.update({'a': 1}, b=2)", False),
    ],
)
def test_settings_from_elsewhere(text: str, is_open: bool) -> None:
    assert bool(module_of(APP + text).all(OpenSettings)) is is_open
