"""The limit is another one than `max_retries` of the task, or may be."""

from celery import shared_task

from claims.dead_letters import bury
from claims.insurer import InsurerDown, Policy, submit


@shared_task(bind=True, max_retries=3)
def submit_with_more(self, claim_id: int) -> None:
    try:
        submit(claim_id)
    except InsurerDown as error:
        if self.request.retries > self.max_retries:
            bury(claim_id)
        raise self.retry(exc=error, max_retries=10)


@shared_task(bind=True, max_retries=3)
def submit_by_policy(self, claim_id: int) -> None:
    policy = Policy(claim_id)
    if policy.request.retries > policy.max_retries:
        bury(claim_id)
    if self.request.retries > policy.max_retries:
        bury(claim_id)
