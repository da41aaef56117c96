"""These hold in the last run, or leave it out on purpose; and `<=` alone only guards."""

from celery import shared_task

from claims.dead_letters import bury, log_try
from claims.insurer import InsurerDown, submit


@shared_task(bind=True, max_retries=3)
def submit_again(self, claim_id: int) -> None:
    try:
        submit(claim_id)
    except InsurerDown as error:
        if self.request.retries == self.max_retries:
            bury(claim_id)
        if self.request.retries > self.max_retries - 1:
            log_try(claim_id)
        if self.request.retries + 1 > self.max_retries:
            log_try(claim_id)
        if self.request.retries < self.max_retries:
            raise self.retry(exc=error)
        if self.request.retries <= self.max_retries:
            log_try(claim_id)
