from celery.result import AsyncResult


def state(task_id: str) -> str:
    return AsyncResult(task_id).state
