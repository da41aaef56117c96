"""Looking at a result does not wait: its id, its state, what it holds by now."""

from celery import shared_task
from celery.result import AsyncResult


@shared_task
def build(name: str) -> str:
    return name


@shared_task
def start(name: str) -> dict:
    result = build.delay(name)
    before = AsyncResult("last")
    return {"id": result.id, "state": before.state, "done": before.ready(), "value": before.result}
