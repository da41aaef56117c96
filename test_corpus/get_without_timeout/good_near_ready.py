"""The result is ready, or was looked at before; an eager one is ready at once."""

from celery.result import AsyncResult, EagerResult

from images.settings import settings
from images.tasks import shrink


def fetch(task_id: str):
    result = AsyncResult(task_id)
    if result.ready():
        return result.get()
    return None


def poll(task_id: str):
    result = shrink.AsyncResult(task_id)
    if result.state == "SUCCESS":
        return result.get()
    return result.state


def inline(path: str):
    eager: EagerResult = shrink.apply(args=(path,))
    return [eager.get(), shrink.s(path).apply().get()]


def start(path: str):
    result = shrink.delay(path)
    if settings.CELERY_TASK_ALWAYS_EAGER:
        return result.get()
    return result.id
