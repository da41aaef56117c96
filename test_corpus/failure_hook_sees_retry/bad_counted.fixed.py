from celery import Task
from celery.exceptions import Ignore, Reject, Retry

from jobs.db import session
from jobs.metrics import failures


class CountedTask(Task):
    def __call__(self, *args, **kwargs):
        with failures.timer(self.name):
            try:
                return super().__call__(*args, **kwargs)
            except ValueError:
                raise
            except (Retry, Ignore, Reject):
                raise
            except Exception as error:
                session.rollback()
                failures.labels(self.name).inc()
                raise RuntimeError("task failed") from error
