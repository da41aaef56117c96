from celery import Celery, Task
from celery.exceptions import SoftTimeLimitExceeded

from accounts.mail import warn
from accounts.members import inactive_members

celery_app = Celery("accounts")


class NightTask(Task):
    acks_late = True
    soft_time_limit = 1800


@celery_app.task(base=NightTask, name="accounts.warn_inactive")
def warn_inactive(days: int = 365) -> dict[str, int]:
    counts = {"warned": 0, "failed": 0}
    for member in inactive_members(days):
        try:
            warn(member)
            counts["warned"] += 1
        except SoftTimeLimitExceeded:
            raise
        except (ValueError, Exception):
            counts["failed"] += 1
    return counts
