from celery import shared_task

from proteins.fold import fold


@shared_task(acks_late=True, acks_on_timeout=False, time_limit=3600)  # expect CEL237: acks_on_timeout=False
def fold_protein(sequence: str) -> str:
    return fold(sequence)
