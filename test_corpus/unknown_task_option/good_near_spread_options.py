"""The options are collected elsewhere and handed over as a whole."""

from celery import shared_task

from insurance.claims import assess

SLOW = {"soft_time_limit": 1200, "time_limit": 1500}
PATIENT = dict(max_retries=8, retry_backoff=True, autoretry_for=(ConnectionError,))


@shared_task(name="insurance.assess_claim", **SLOW, **PATIENT)
def assess_claim(claim_id: int) -> str:
    return assess(claim_id)
