"""The later entry of the same key, schedule, name or signature is the only one that beat keeps."""

from itertools import count
from typing import Any

from celery.beat import PersistentScheduler

from proofs import lab

numbers = count()


def kept(app: Any) -> list[tuple[str, float]]:
    """The tasks that beat sends, and every how many seconds."""
    scheduler = PersistentScheduler(app=app, schedule_filename=f"schedule-{next(numbers)}", lazy=True)
    scheduler.setup_schedule()
    entries = [entry for entry in scheduler.schedule.values() if not entry.task.startswith("celery.")]
    return sorted((entry.task, entry.schedule.seconds) for entry in entries)


def prove() -> None:
    app = lab.memory_app()
    app.conf.beat_schedule = {
        "remind": {"task": "remind", "schedule": 10},
        "remind": {"task": "remind", "schedule": 20},  # noqa: F601
    }
    lab.claim("hazard: the same key", kept(app), [("remind", 20)])

    app = lab.memory_app()
    app.conf.beat_schedule = {"milk": {"task": "milk", "schedule": 10}}
    app.conf.beat_schedule = {"feed": {"task": "feed", "schedule": 20}}
    lab.claim("hazard: assigned twice", kept(app), [("feed", 20)])

    app = lab.memory_app()
    app.add_periodic_task(10, app.signature("point"), name="evening")
    app.add_periodic_task(20, app.signature("park"), name="evening")
    app.conf.timezone = "UTC"
    lab.claim("hazard: the same name", kept(app), [("park", 20)])

    app = lab.memory_app()
    app.add_periodic_task(10, app.signature("park"))
    app.add_periodic_task(20, app.signature("park"))
    lab.claim("hazard: the same signature without a name", kept(app), [("park", 20)])

    app = lab.memory_app()
    app.conf.beat_schedule = {"milk": {"task": "milk", "schedule": 10}}
    app.conf.beat_schedule.update({"feed": {"task": "feed", "schedule": 20}})
    app.add_periodic_task(30, app.signature("park", ("north",)))
    app.add_periodic_task(40, app.signature("park", ("south",)))
    app.add_periodic_task(50, app.signature("park", ("south",)), name="again")
    everything = [("feed", 20), ("milk", 10), ("park", 30), ("park", 40), ("park", 50)]
    lab.claim("mended: update, other arguments, a name", kept(app), everything)


if __name__ == "__main__":
    lab.main(prove)
