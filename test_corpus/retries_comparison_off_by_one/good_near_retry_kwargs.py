"""Automatic retries go by the number in `retry_kwargs`, or by a base class that does not show."""

from celery import shared_task

from claims.base import RetryingTask
from claims.dead_letters import bury
from claims.insurer import submit


@shared_task(bind=True, autoretry_for=(OSError,), retry_kwargs={"max_retries": 9}, max_retries=3)
def submit_daily(self, claim_id: int) -> None:
    if self.request.retries > self.max_retries:
        bury(claim_id)
    submit(claim_id)


@shared_task(bind=True, base=RetryingTask)
def submit_weekly(self, claim_id: int) -> None:
    if self.request.retries > self.max_retries:
        bury(claim_id)
    submit(claim_id)
