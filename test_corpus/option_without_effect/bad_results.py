from celery import shared_task

from trains.delays import announce, measure


@shared_task(
    ignore_result=True,
    track_started=True,  # expect CEL238: track_started=True
)
def announce_delay(train: int) -> None:
    announce(train)


@shared_task(ignore_result=False, store_errors_even_if_ignored=True)  # expect CEL238: store_errors_even_if_ignored=True
def measure_delay(train: int) -> int:
    return measure(train)
