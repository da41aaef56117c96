from celery import shared_task

from claims.dead_letters import bury
from claims.insurer import InsurerDown, submit


@shared_task(bind=True, max_retries=3)
def submit_claim(self, claim_id: int) -> None:
    try:
        submit(claim_id)
    except InsurerDown as error:
        if self.request.retries >= self.max_retries:
            bury(claim_id)
            return
        raise self.retry(exc=error, countdown=60)
