from celery import shared_task

from postal.celery import app
from postal.stamps import cancel

app.conf.task_routes = {"postal.cancel_stamp": {"queue": "stamps"}}


@shared_task(name="postal.cancel_stamp")
def cancel_stamp(stamp: int) -> None:
    cancel(stamp)
