from celery import shared_task
from celery_once import QueueOnce

from tax.returns import open_returns, submit

RECOVERABLE = (TimeoutError, ConnectionError)


@shared_task(
    base=QueueOnce,
    once={"graceful": True},
    autoretry_for=RECOVERABLE,
    retry_backoff=True,
    reject_on_worker_lost=True,
)
def submit_returns(office: str) -> int:
    return sum(submit(tax_return) for tax_return in open_returns(office))
