"""Handlers connected when the app is configured already."""

from __future__ import annotations

import pytest

from celerylint.facts.late_handler import LateHandler
from tests.build import module_of

APP = "from celery import Celery\napp = Celery('shop')\n"
HANDLER = "\n@app.on_after_configure.connect\ndef f(sender, **kwargs): ...\n"


@pytest.mark.parametrize(
    "before",
    [
        "app.conf.timezone",
        "print(app.conf['timezone'])",
        "app.conf.get('timezone')",
        "app.conf.beat_schedule['a'] = {}",
        "app.conf.beat_schedule.update({})",
        "if app.conf.timezone: ...",
        "with open('x') as f: print(app.conf.CELERY_TIMEZONE)",
        "@app.task(rate_limit=app.conf.task_default_rate_limit)\ndef t(): ...",
    ],
)
def test_what_configures_an_app(before: str) -> None:
    assert len(module_of(APP + before + HANDLER).all(LateHandler)) == 1


@pytest.mark.parametrize(
    "before",
    [
        "app.conf.timezone = 'UTC'",
        "app.conf['timezone'] = 'UTC'",
        "app.conf.update(timezone='UTC')",
        "app.conf.setdefault('timezone', 'UTC')",
        "app.conf",
        "other.conf.timezone",
        "def g(): return app.conf.timezone",
        "g = lambda: app.conf.timezone",
        "if DEBUG: print(app.conf.timezone)",
        "try: ...\nexcept OSError: print(app.conf.timezone)",
    ],
)
def test_what_does_not(before: str) -> None:
    assert module_of(APP + before + HANDLER).all(LateHandler) == []


def test_a_handler_connected_before_or_loaded_again_is_in_time() -> None:
    assert module_of(APP + HANDLER + "app.conf.timezone").all(LateHandler) == []
    again = "app.conf.timezone" + HANDLER + "app.config_from_object('shop.config')"
    assert module_of(APP + again).all(LateHandler) == []
