"""The end of the retries has a handler of its own."""

from celery import shared_task
from celery.exceptions import MaxRetriesExceededError

from donations.mail import MailServerBusy, by_post, send


@shared_task(bind=True, max_retries=10)
def mail_receipt(self, donation_id: int) -> None:
    try:
        send(donation_id)
    except MailServerBusy:
        try:
            raise self.retry(countdown=60)
        except MaxRetriesExceededError:
            by_post(donation_id)
