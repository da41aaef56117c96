"""Celery says nothing of a setting that it does not know; old names beside new ones keep the app from starting."""

from typing import Any

import celery
from celery import Celery

from proofs import lab


def app_with(**settings: Any) -> Any:
    app = Celery("proof", set_as_current=False)
    app.conf.update(settings)
    return app


def prove() -> None:
    misspelt = app_with(task_ack_late=True, worker_prefetch_multipler=1)
    lab.claim("hazard: misspelt", (misspelt.conf.task_acks_late, misspelt.conf.worker_prefetch_multiplier), (False, 4))
    prefixed = app_with(CELERY_BROKER_URL="memory://", CELERY_TASK_ACKS_LATE=True)
    read = (prefixed.conf.broker_url, prefixed.conf.task_acks_late)
    lab.claim("hazard: the prefix of no namespace", read, (None, False))
    capitals = app_with(TASK_ACKS_LATE=True)
    lab.claim("hazard: in capitals", capitals.conf.task_acks_late, False)
    mixed = app_with(task_acks_late=True, CELERYD_PREFETCH_MULTIPLIER=1)
    lab.claim("hazard: old beside new", lab.raised_by(lambda: mixed.conf.task_acks_late), "ImproperlyConfigured")
    old = app_with(CELERY_ACKS_LATE=True, CELERYD_PREFETCH_MULTIPLIER=1)
    lab.claim("old alone", (old.conf.task_acks_late, old.conf.worker_prefetch_multiplier), (True, 1))
    right = app_with(task_acks_late=True, worker_prefetch_multiplier=1)
    lab.claim("mended", (right.conf.task_acks_late, right.conf.worker_prefetch_multiplier), (True, 1))
    newer = "task_acks_on_timeout" in celery.app.defaults.DEFAULTS
    lab.claim("`task_acks_on_timeout` is known", newer, celery.VERSION >= (5, 7))


if __name__ == "__main__":
    lab.main(prove)
