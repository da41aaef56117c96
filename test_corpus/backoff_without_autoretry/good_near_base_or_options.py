"""The base class, the project's decorator or the options out of sight may name the exceptions."""

from celery import Celery, Task, shared_task

from deliveries.base import RetryingTask
from deliveries.options import COURIER_OPTIONS
from deliveries.routes import plan

app = Celery("deliveries")


class Careful(Task):
    autoretry_for = (ConnectionError,)


@shared_task(base=RetryingTask, retry_backoff=5)
def plan_day(day: str) -> list[str]:
    return plan(day)


@shared_task(retry_backoff=5, **COURIER_OPTIONS)
def plan_week(week: int) -> list[str]:
    return plan(f"week {week}")


@app.task(base=Careful, retry_backoff=True, retry_jitter=False)
def plan_month(month: str) -> list[str]:
    return plan(month)
