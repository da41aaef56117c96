"""These exceptions are called Retry, and are not Celery's."""

from celery import shared_task
from tenacity import TryAgain
from urllib3.util import Retry

from wells.meter import read_meter


class RetryLater(Exception):
    pass


@shared_task
def meter(well: int) -> float:
    value = read_meter(well, policy=Retry(total=3))
    if value < 0:
        raise TryAgain
    if value == 0:
        raise RetryLater(well)
    return value
