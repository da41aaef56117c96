"""Beat compares the arguments of an entry with the parameters of a task that it knows, and sends nothing."""

from typing import Any

from celery.beat import Scheduler

from proofs import lab

app = lab.memory_app()


@app.task(name="school.grade", bind=True)
def grade(self: Any, course: str, term: str = "spring") -> str:
    return f"{course} {term}"


def run(**entry: Any) -> str:
    """What becomes of an entry: the error that beat logs, or the result of the task."""
    app.conf.beat_schedule = {"entry": {"task": "school.grade", "schedule": 10, **entry}}
    scheduler = Scheduler(app=app, lazy=True)
    scheduler.setup_schedule()
    try:
        return str(lab.outcome(scheduler.apply_async(scheduler.schedule["entry"]))[1])
    except Exception as error:
        return type(error.__context__).__name__  # in a SchedulingError


def periodic(**keywords: Any) -> str | None:
    """What `add_periodic_task` raises."""
    return lab.raised_by(app.add_periodic_task, 10, grade.s(), **keywords)


def prove() -> None:
    app.finalize()
    with lab.worker_thread(app):
        lab.claim("hazard: none", run(), "TypeError")
        lab.claim("hazard: three", run(args=("maths", "autumn", 2024)), "TypeError")
        lab.claim("hazard: an unknown keyword", run(args=("maths",), kwargs={"year": 2024}), "TypeError")
        lab.claim("hazard: twice", run(args=("maths",), kwargs={"course": "art"}), "TypeError")
        lab.claim("hazard: text", run(args="ab"), "a b")
        lab.claim("hazard: a number for add_periodic_task", periodic(args=5), "TypeError")
        lab.claim("mended: one", run(args=("maths",)), "maths spring")
        lab.claim("mended: by name", run(kwargs={"course": "art", "term": "autumn"}), "art autumn")


if __name__ == "__main__":
    lab.main(prove)
