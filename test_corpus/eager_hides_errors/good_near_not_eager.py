"""The setting is off here, or its value is not known; development is no test."""

import os

from celery import Celery

app = Celery("letters")
DEBUG = os.environ.get("DEBUG") == "1"

if DEBUG:
    app.conf.task_always_eager = True


class TestingConfig:
    CELERY_TASK_ALWAYS_EAGER = False


class UnitTestConfig:
    CELERY_TASK_ALWAYS_EAGER = os.environ.get("EAGER") == "1"
