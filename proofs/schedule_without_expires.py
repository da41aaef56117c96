"""Beat sends at every tick, whether or not a worker takes it: all that has waited runs, unless it expires."""

import time
from datetime import timedelta
from typing import Any

from celery.beat import Scheduler

from proofs import lab

TICKS = 5
PAUSE = 0.15  # seconds between ticks
LIFE = 0.2


def run_after_a_night(options: dict[str, Any]) -> int:
    """How many of the messages sent while no worker ran are executed when one is back."""
    app = lab.memory_app()
    ran: list[float] = []

    @app.task(name="refresh")
    def refresh() -> None:
        ran.append(time.time())

    @app.task(name="last")
    def last() -> None:
        pass

    entry = {"task": "refresh", "schedule": timedelta(seconds=PAUSE), "options": options}
    app.conf.beat_schedule = {"refresh": entry}
    app.conf.result_expires = None  # no cleanup of beat's own
    scheduler = Scheduler(app)
    sent = 0
    while sent < TICKS:
        time.sleep(PAUSE)
        before = scheduler.schedule["refresh"].total_run_count
        scheduler.tick()
        sent += scheduler.schedule["refresh"].total_run_count - before
    with lab.worker_thread(app):
        lab.outcome(last.delay())
    return len(ran)


def prove() -> None:
    lab.claim("hazard: run when a worker is back", run_after_a_night({}), TICKS)
    lab.claim("mended: fewer", run_after_a_night({"expires": LIFE}) < TICKS, True)


if __name__ == "__main__":
    lab.main(prove)
