"""These wait for MaxRetriesExceededError, which only a retry without `exc` raises."""

from celery import shared_task
from celery.exceptions import MaxRetriesExceededError

from invoices.mail import MailServerBusy, mark_as_bounced, send_mail


@shared_task(bind=True, max_retries=48, default_retry_delay=300)
def mail_invoice(self, invoice_id: int) -> None:
    try:
        send_mail(invoice_id)
    except MailServerBusy:
        try:
            self.retry(queue="mail-retries")
        except MaxRetriesExceededError:
            mark_as_bounced(invoice_id)


@shared_task(bind=True, max_retries=48)
def mail_reminder(self, invoice_id: int) -> None:
    try:
        send_mail(invoice_id, reminder=True)
    except MailServerBusy:
        try:
            raise self.retry()
        except self.MaxRetriesExceededError as error:
            raise RuntimeError(f"reminder of {invoice_id} not sent") from error
