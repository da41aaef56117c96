"""The base class, or a decorator of the project, may write the lines."""

from celery import Task, shared_task

from observatory.archive import pack, sweep
from observatory.monitoring import logged_run


class LoggedTask(Task):
    def __call__(self, *args, **kwargs):
        with logged_run(self.name):
            return super().__call__(*args, **kwargs)


@shared_task(base=LoggedTask)
def pack_night(night):
    pack(night)


@shared_task
@logged_run.decorate
def sweep_archive():
    sweep()
