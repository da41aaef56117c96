"""The entry gets its task below, before it is put into the schedule, or after."""

from celery import Celery

app = Celery("choir", broker="redis://localhost")


def periodic_task(run_every, **options):
    def decorator(function):
        entry = {"schedule": run_every, "options": options.pop("options", {})}
        task = app.task(function, **options)
        entry["task"] = task.name
        app.conf["beat_schedule"][task.name] = entry
        return task

    return decorator


NIGHTLY = {"schedule": 86400}
app.conf.beat_schedule = {"nightly": NIGHTLY}
NIGHTLY["task"] = "choir.tasks.sing"
