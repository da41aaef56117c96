from celery import shared_task

from postal.stamps import cancel


@shared_task(name="postal.cancel_stamp", queue="stamps")  # expect CEL127: queue="stamps"
def cancel_stamp(stamp: int) -> None:
    cancel(stamp)
