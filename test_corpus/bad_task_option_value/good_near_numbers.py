"""Numbers, None where it means something, and dates where Celery takes them."""

from datetime import datetime, timedelta, timezone

from celery import shared_task

from ballots.count import count

RETRIES = 3
END_OF_POLL = datetime(2030, 5, 1, tzinfo=timezone.utc)


@shared_task(
    autoretry_for=(OSError,),
    max_retries=None,
    default_retry_delay=2.5 * 60,
    expires=END_OF_POLL,
    retry_backoff=True,
    retry_backoff_max=600,
)
def count_ballots(station: int) -> int:
    return count(station)


@shared_task(
    autoretry_for=(OSError,),
    max_retries=RETRIES,
    expires=timedelta(hours=1).seconds,
    retry_backoff="5",
)
def recount_ballots(station: int) -> int:
    return count(station)
