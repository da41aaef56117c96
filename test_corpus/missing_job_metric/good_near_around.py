"""A `with` sees how its block ends, and a base class may measure all its tasks."""

from celery import Task, shared_task

from vineyard.metrics import observe_job
from vineyard.services import cellar


class MeasuredTask(Task):
    def __call__(self, *args, **kwargs):
        with observe_job(self.name):
            return super().__call__(*args, **kwargs)


@shared_task(base=MeasuredTask)
def clean_press():
    cellar.clean()


@shared_task
def count_bottles():
    with observe_job("count_bottles"):
        return cellar.count()


@shared_task
def sell_bottles():
    """To come."""
