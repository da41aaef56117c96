"""Beat stops at one entry that it cannot make, so that no other is sent; seconds not above 0 send without a pause."""

from datetime import time, timedelta
from itertools import count
from typing import Any

from celery.beat import PersistentScheduler

from proofs import lab

numbers = count()


def scheduler(**entry: Any) -> PersistentScheduler:
    """The scheduler of beat with a right entry, and this one."""
    app = lab.memory_app()
    app.conf.beat_schedule = {"right": {"task": "right", "schedule": 3600}, "other": {"task": "other", **entry}}
    made = PersistentScheduler(app=app, schedule_filename=f"schedule-{next(numbers)}", lazy=True)
    made.setup_schedule()
    return made


def death(**entry: Any) -> str | None:
    """What ends beat as it starts, or looks for what is due for the first time."""
    return lab.raised_by(lambda: scheduler(**entry).tick())


def sendings(ticks: int, **entry: Any) -> int:
    """How often the other entry is sent in so many looks of beat at its schedule, which it takes without a pause."""
    made = scheduler(**entry)
    for _ in range(ticks):
        made.tick()
    return int(made.schedule["other"].total_run_count)


def failure(**entry: Any) -> str:
    """Why an entry is not sent."""
    made = scheduler(**entry)
    try:
        made.apply_async(made.schedule["other"])
    except Exception as error:
        return type(error.__cause__ or error).__name__ + f": {error}"
    return "sent"


def prove() -> None:
    lab.claim("hazard: `option`", death(schedule=10, option={}), "TypeError")
    lab.claim("hazard: `enabled`", death(schedule=10, enabled=False), "TypeError")
    lab.claim("hazard: `expires`", death(schedule=10, expires=5), "TypeError")
    lab.claim("hazard: text as the schedule", death(schedule="0 3 * * *"), "AttributeError")
    lab.claim("hazard: a time as the schedule", death(schedule=time(6, 30)), "AttributeError")
    lab.claim("hazard: a dict as the schedule", death(schedule={"hours": 2}), "AttributeError")
    lab.claim("hazard: no schedule", death(), "AttributeError")
    lab.claim("hazard: args that are a number", death(schedule=10, args=5), "TypeError")
    lab.claim("hazard: kwargs that are a tuple", death(schedule=10, kwargs=("truck", 7)), "AttributeError")
    lab.claim("hazard: 0 seconds", sendings(20, schedule=0) >= 10, True)
    lab.claim("hazard: 0 as a timedelta", sendings(20, schedule=timedelta(seconds=0)) >= 10, True)
    expires = failure(schedule=10, options={"expires": timedelta(seconds=5)})
    lab.claim("hazard: a timedelta as `expires`", "not supported between instances" in expires, True)

    lab.claim("mended: `options`", death(schedule=10, options={"queue": "mail", "expires": 5}), None)
    lab.claim("mended: timedelta", death(schedule=timedelta(hours=2)), None)
    lab.claim("mended: args and kwargs", death(schedule=10, args=(5,), kwargs={"truck": 7}), None)
    lab.claim("mended: 10 seconds", sendings(20, schedule=10) <= 1, True)
    lab.claim("mended: seconds as `expires`", failure(schedule=10, options={"expires": 5}), "sent")


if __name__ == "__main__":
    lab.main(prove)
