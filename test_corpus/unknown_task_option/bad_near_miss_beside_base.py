from celery import shared_task
from celery_once import QueueOnce

from tax.returns import open_returns, submit

RECOVERABLE = (TimeoutError, ConnectionError)


@shared_task(
    base=QueueOnce,
    once={"graceful": True},
    autoretry=RECOVERABLE,  # expect CEL105: autoretry=RECOVERABLE
    retry_backof=True,  # expect CEL105: retry_backof=True
    reject_on_worker_loss=True,  # expect CEL105: reject_on_worker_loss=True
)
def submit_returns(office: str) -> int:
    return sum(submit(tax_return) for tax_return in open_returns(office))
