"""The settings of an app, where one file shows them all."""

from __future__ import annotations

import pytest

from celerylint.facts.configuration import Configuration
from tests.build import module_of

APP = "from celery import Celery\napp = Celery('shop')\n"


@pytest.mark.parametrize(
    "text",
    [
        APP + "app.conf.task_acks_late = True",
        APP + "app.conf.update(task_acks_late=True)",
        APP + "timezone = 'UTC'\napp.config_from_object(__name__)",
        APP + "class Config:\n    timezone = 'UTC'\napp.config_from_object(Config)",
        "CELERY_BROKER_URL = 'redis://'",
        "class CeleryConfig:\n    broker_url = 'redis://'",
        "from celery import Celery\ndef make():\n    app = Celery('shop')\n    app.conf.update(timezone='UTC')",
    ],
)
def test_a_file_that_shows_all_settings(text: str) -> None:
    assert module_of(text).all(Configuration)


@pytest.mark.parametrize(
    "text",
    [
        "CELERY_TIMEZONE = 'UTC'",
        "from .base import *\nCELERY_BROKER_URL = 'redis://'",
        "from shop.celery import app\napp.conf.broker_url = 'redis://'",
        APP + "app.conf.task_acks_late = True\napp.config_from_object('shop.settings')",
        APP + "app.conf.task_acks_late = True\nother = Celery('other')",
        "from celery import Celery\napp = Celery('shop', changes=options, broker='redis://')",
        "class CeleryConfig(Base):\n    broker_url = 'redis://'",
        "class CeleryConfig:\n    broker_url = 'redis://'\nclass TestCeleryConfig(CeleryConfig):\n    timezone = 'UTC'",
    ],
)
def test_a_file_that_may_not(text: str) -> None:
    assert not module_of(text).all(Configuration)
