# settings: task-decorators = ["periodic_task"]
"""What the project's own decorator does with its arguments is its own business: it may put the task into a schedule."""

from celery.schedules import crontab
from shop.scheduling import periodic_task


@periodic_task(run_every=crontab(minute="0", hour="4"), locked=False)
def purge():
    pass
