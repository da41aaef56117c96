"""The retries are never used up: the task counts them, or there is no end to them."""

from celery import shared_task

from invoices.bank import BankClosed, fetch_statement
from invoices.courts import CourtSiteDown, find_case


@shared_task(bind=True, max_retries=5)
def look_up_case(self, docket: str) -> None:
    try:
        find_case(docket)
    except CourtSiteDown:
        if self.request.retries == self.max_retries:
            self.request.chain = None
            return
        raise self.retry()


@shared_task(bind=True, max_retries=None)
def wait_for_statement(self, account: str) -> None:
    try:
        fetch_statement(account)
    except BankClosed:
        raise self.retry(countdown=3600)
