from celery.task import PeriodicTask
from celery import shared_task as old_task
from celery import Task
from celery.utils.time import (
    timezone as zones,
)
from celery.utils.time import maybe_timedelta
from celery.result import AsyncResult, AsyncResult as BaseAsyncResult, ResultBase


@old_task
def count(poll_id: int) -> object:
    return maybe_timedelta(poll_id), zones.utc, AsyncResult, BaseAsyncResult, ResultBase


class Old(Task):
    pass


class Every(PeriodicTask):
    pass
