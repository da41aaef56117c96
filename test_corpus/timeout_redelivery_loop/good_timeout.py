from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from proteins.fold import fold


@shared_task(bind=True, acks_late=True, time_limit=3600, soft_time_limit=3500, max_retries=2)
def fold_protein(self, sequence: str) -> str:
    try:
        return fold(sequence)
    except SoftTimeLimitExceeded as error:
        raise self.retry(exc=error)
