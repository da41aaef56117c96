from nursery.extensions import celery


@celery.task
def count_pots(shelf: int) -> int:
    return shelf * 12


def pots(shelf: int) -> int:
    return count_pots.delay(shelf).get(timeout=10)
