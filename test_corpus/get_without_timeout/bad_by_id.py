from celery import group
from celery.result import AsyncResult, GroupResult

from images.celery import app
from images.tasks import shrink


def fetch(task_id: str) -> str:
    return AsyncResult(task_id, app=app).get(propagate=False)  # expect CEL503: AsyncResult(task_id, app=app).get(propagate=False)


def shrink_all(paths: list[str]) -> list[str]:
    result = group(shrink.s(path) for path in paths).apply_async()
    return result.join()  # expect CEL503: result.join()


def restore(group_id: str) -> list[str]:
    return GroupResult.restore(group_id).get(timeout=None)  # expect CEL503: GroupResult.restore(group_id).get(timeout=None)


def watch(result: AsyncResult) -> str:
    return result.wait()  # expect CEL503: result.wait()
