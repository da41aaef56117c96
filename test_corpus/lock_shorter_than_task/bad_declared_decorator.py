# settings: lock-decorators = ["exclusive*"]
from celery import shared_task

from ledger.booking import book_everything, close_year
from ledger.locks import exclusive_run


@shared_task(time_limit=7200)
@exclusive_run("closing", ttl=600)  # expect CEL120: ttl=600
def close(year: int) -> None:
    close_year(year)


@shared_task(time_limit=7200)
@exclusive_run("booking", ttl=7200)
def book() -> None:
    book_everything()
