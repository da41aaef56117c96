from celery.task import PeriodicTask, Task, task as old_task  # expect CEL901: PeriodicTask  # expect CEL901: Task  # expect CEL901: task as old_task
from celery.utils.timeutils import (
    maybe_timedelta,  # expect CEL901: maybe_timedelta
    timezone as zones,  # expect CEL901: timezone as zones
)
from celery.result import AsyncResult, BaseAsyncResult, ResultBase  # expect CEL901: BaseAsyncResult


@old_task
def count(poll_id: int) -> object:
    return maybe_timedelta(poll_id), zones.utc, AsyncResult, BaseAsyncResult, ResultBase


class Old(Task):
    pass


class Every(PeriodicTask):
    pass
