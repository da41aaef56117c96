"""Without `timezone` a crontab goes by UTC, whatever the machine's clock; with UTC switched off, by that clock."""

import os
import time
from datetime import datetime, timedelta, timezone

import celery
from celery import Celery
from celery.schedules import crontab

from proofs import lab

MONDAY = datetime(2024, 1, 1, tzinfo=timezone.utc)


def hour_of_run(machine: str, **settings: object) -> int:
    """At which hour of UTC `crontab(hour=9)` is due on a machine in some time zone."""
    os.environ["TZ"] = machine
    time.tzset()
    app = Celery("proof", set_as_current=False)
    app.conf.update(settings)
    now = MONDAY
    schedule = crontab(hour=9, minute=0, nowfun=lambda: now.astimezone(app.timezone), app=app)
    wait = schedule.remaining_estimate(MONDAY.astimezone(app.timezone))
    due: datetime = MONDAY + wait + timedelta(seconds=1)
    return due.hour


def eta_sent(eta: datetime, **settings: object) -> datetime:
    """When a message with an eta is to be executed."""
    app = Celery("proof", broker="memory://", set_as_current=False)
    app.conf.update(settings)
    message = app.amqp.as_task_v2("some-id", "work", (), {}, eta=eta)
    return datetime.fromisoformat(message.headers["eta"])


def prove() -> None:
    zone = {"timezone": "America/New_York"}
    lab.claim("hazard: nine o'clock on a machine in New York", hour_of_run("America/New_York"), 9)
    lab.claim("hazard: UTC off, in New York", hour_of_run("America/New_York", enable_utc=False), 14)
    lab.claim("mended: in New York", hour_of_run("America/New_York", **zone), 14)
    lab.claim("hazard: both, in Tokyo", hour_of_run("Asia/Tokyo", enable_utc=False, **zone), 14)
    lab.claim("mended: in Tokyo", hour_of_run("Asia/Tokyo", **zone), 14)

    naive = [eta_sent(datetime(2024, 1, 1, 9), enable_utc=switch, **zone) for switch in (True, False)]
    lab.claim("hazard: a time without a zone is read the same", len(set(naive)), 1)

    if celery.VERSION >= (5, 3):
        django = Celery("django", set_as_current=False)
        django.conf.TIME_ZONE = "America/New_York"
        lab.claim("near: Django's TIME_ZONE is taken", str(django.timezone), "America/New_York")


if __name__ == "__main__":
    lab.main(prove)
