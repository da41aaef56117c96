"""`add_periodic_task` takes the schedule and a signature; it or beat stumbles over a result, a name or a canvas."""

from collections.abc import Callable
from itertools import count
from typing import Any

from celery import chain, group
from celery.beat import PersistentScheduler

from proofs import lab

app = lab.memory_app()
numbers = count()
runs: list[str] = []


@app.task(name="read_sensors")
def read_sensors() -> str:
    runs.append("run")
    return "done"


def raised(*arguments: Any, **keywords: Any) -> str | None:
    """What `add_periodic_task` raises."""
    return lab.raised_by(app.add_periodic_task, *arguments, **keywords)


def sent(signature: Any) -> str | None:
    """The task that beat sends for a signature, or the beginning of the error."""
    app.conf.beat_schedule = {}
    name = app.add_periodic_task(10, signature)
    scheduler = PersistentScheduler(app=app, schedule_filename=f"schedule-{next(numbers)}", lazy=True)
    scheduler.setup_schedule()
    entry = scheduler.schedule[name]
    return lab.raised_by(scheduler.apply_async, entry) or entry.task


def outcome_of(send: Callable[[], Any]) -> Any:
    """How a task ends in a worker."""
    with lab.worker_thread(app):
        return lab.outcome(send())


def prove() -> None:
    app.conf.timezone = "UTC"
    app.finalize()
    lab.claim("hazard: called: raises", raised(10, read_sensors()), "AttributeError")
    lab.claim("hazard: called: has run", runs, ["run"])
    result = read_sensors.delay()
    app.add_periodic_task(10, result, name="result")
    lab.claim("hazard: a result: the task that beat would send", app.conf.beat_schedule["result"]["task"], None)
    lab.claim("hazard: swapped", raised(read_sensors.s(), 10), "AttributeError")
    lab.claim("hazard: a name", raised(10, "read_sensors"), "AttributeError")
    lab.claim("hazard: a function", raised(10, prove), "AttributeError")
    lab.claim("hazard: signature=", raised(10, signature=read_sensors.s()), "TypeError")
    lab.claim("hazard: a group", sent(group(read_sensors.s(), read_sensors.s())), "SchedulingError")
    lab.claim("hazard: a chain is sent as", sent(chain(read_sensors.si(), read_sensors.si())), "celery.chain")
    failed = outcome_of(app.tasks["celery.chain"].delay)
    lab.claim("hazard: which ends in", failed, ("FAILURE", "NotImplementedError"))

    lab.claim("mended: a signature is sent as", sent(read_sensors.s()), "read_sensors")
    lab.claim("mended: the task itself", sent(read_sensors), "read_sensors")
    lab.claim("mended: by name", sent(app.signature("read_sensors")), "read_sensors")


if __name__ == "__main__":
    lab.main(prove)
