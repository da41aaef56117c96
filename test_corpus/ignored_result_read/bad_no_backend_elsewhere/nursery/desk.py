from celery import shared_task

from nursery.seeds import germinate


@shared_task
def count_pots(shelf: int) -> int:
    return shelf * 12


def seedlings(kind: str) -> int:
    return germinate.delay(kind).get(timeout=30)  # expect CEL521: germinate.delay(kind).get(timeout=30)


def pots(shelf: int) -> bool:
    return count_pots.delay(shelf).ready()  # expect CEL521: count_pots.delay(shelf).ready
