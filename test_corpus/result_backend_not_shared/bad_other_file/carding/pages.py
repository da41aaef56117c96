from celery.result import AsyncResult

from carding.wool import comb


def start(bales: int) -> str:
    return comb.delay(bales).id


def state(task_id: str) -> str:
    return AsyncResult(task_id).state  # expect CEL532: AsyncResult(task_id)


def value(task_id: str) -> int:
    return comb.AsyncResult(task_id).get(timeout=1)
