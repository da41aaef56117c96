"""The calls say whose results are ignored."""

from celery import shared_task

from trains.delays import announce, measure


@shared_task(ignore_result=True, track_started=True)
def announce_delay(train: int) -> None:
    announce(train)


@shared_task(ignore_result=False, store_errors_even_if_ignored=True)
def measure_delay(train: int) -> int:
    return measure(train)


def watch(train: int) -> str:
    measure_delay.apply_async((train,), ignore_result=True)
    return announce_delay.apply_async((train,), ignore_result=False).id
