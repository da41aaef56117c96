"""There is a timeout, by place, by name or perhaps."""

from celery.result import AsyncResult

from images.tasks import shrink


def fetch(task_id: str, seconds: float, **how) -> list[str]:
    return [
        AsyncResult(task_id).get(seconds),
        AsyncResult(task_id).get(timeout=seconds),
        shrink.delay("x").get(10),
        shrink.delay("y").get(**how),
    ]
