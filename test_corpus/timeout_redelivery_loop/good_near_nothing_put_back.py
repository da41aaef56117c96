"""There is no hard limit, no late acknowledgement, or a timeout acknowledges after all."""

from celery import shared_task

from proteins.fold import fold


@shared_task(acks_late=True, acks_on_timeout=False, soft_time_limit=60)
def fold_once(sequence: str) -> str:
    return fold(sequence)


@shared_task(acks_on_timeout=False, time_limit=60)
def fold_twice(sequence: str) -> str:
    return fold(sequence)


@shared_task(acks_late=True, acks_on_failure_or_timeout=False, acks_on_timeout=True, time_limit=60)
def fold_thrice(sequence: str) -> str:
    return fold(sequence)


@shared_task(acks_late=True, acks_on_failure=False, time_limit=60)
def fold_more(sequence: str) -> str:
    return fold(sequence)
