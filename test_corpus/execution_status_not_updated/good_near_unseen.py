"""What a context manager, an object of the run, or a base class does with the id cannot be seen; a stub does nothing."""

from celery import Task, shared_task

from ledger.executions import Execution, tracked
from ledger.posting import post_entries


class TrackedTask(Task):
    def __call__(self, *args, **kwargs):
        with tracked(kwargs.get("execution_id")):
            return super().__call__(*args, **kwargs)


@shared_task
def post_day(day, execution_id=None):
    with tracked(execution_id):
        post_entries(day)


@shared_task
def post_month(month, execution_id=None):
    execution = Execution.get(execution_id)
    execution.run(post_entries, month)


@shared_task(base=TrackedTask)
def post_year(year, execution_id=None):
    post_entries(year)


@shared_task(bind=True, max_retries=3)
def post_decade(self, execution_id: str = None): ...
