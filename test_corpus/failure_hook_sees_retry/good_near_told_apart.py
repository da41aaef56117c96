"""The handler looks at what it was given, or takes only some errors."""

from celery import Task
from celery.exceptions import TaskPredicate

from jobs.store import mark


class TrackedTask(Task):
    def __call__(self, *args, **kwargs):
        try:
            return super().__call__(*args, **kwargs)
        except Exception as error:
            if not isinstance(error, TaskPredicate):
                mark(self.request.id, "failed")
            raise


class StrictTask(Task):
    def __call__(self, *args, **kwargs):
        try:
            return super().__call__(*args, **kwargs)
        except (OSError, ValueError):
            mark(self.request.id, "failed")
            raise
