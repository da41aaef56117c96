"""The same base class: what is no failure goes through before."""

import time

from celery import Task, shared_task
from celery.exceptions import Ignore, Reject, Retry

from helpdesk.models import TaskLog
from helpdesk.reports import build


class MonitoredTask(Task):
    """A task whose runs are stored."""

    def __call__(self, *args, **kwargs):
        start = time.monotonic()
        TaskLog.create(task_id=self.request.id, name=self.name, status="started", args=str(args)[:500])
        try:
            result = super().__call__(*args, **kwargs)
            TaskLog.update(task_id=self.request.id, status="completed", seconds=time.monotonic() - start)
            return result
        except (Retry, Ignore, Reject):
            raise
        except Exception as error:
            TaskLog.update(task_id=self.request.id, status="failed", error=str(error))
            raise


@shared_task(base=MonitoredTask, time_limit=120)
def build_report(day: str) -> str:
    """Build the report of a day."""
    return build(day)
