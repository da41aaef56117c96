"""A call, a schedule and a route say where messages go, as before."""

from celery import Celery, shared_task

from sauna.stoves import heat

app = Celery("sauna")
app.conf.task_routes = {"sauna.tasks.*": {"queue": "stoves", "priority": 5}}
app.conf.beat_schedule = {
    "heat": {"task": "sauna.tasks.heat_stove", "schedule": 3600.0, "options": {"queue": "stoves"}},
}


@shared_task(expires=600, compression="gzip", serializer="json", rate_limit="6/h")
def heat_stove(stove: int, priority: int = 0) -> None:
    heat(stove, priority=priority)


def evening(stove: int) -> None:
    heat_stove.apply_async((stove,), queue="stoves", priority=9)
