"""The handler also names what is given as `exc`."""

from celery import shared_task
from celery.exceptions import MaxRetriesExceededError

from invoices.mail import MailServerDown, mail_invoice, mark_unsent


@shared_task(bind=True, max_retries=5)
def mail(self, invoice_id: int) -> None:
    try:
        mail_invoice(invoice_id)
    except MailServerDown as error:
        try:
            raise self.retry(exc=error)
        except (MaxRetriesExceededError, MailServerDown):
            mark_unsent(invoice_id)


@shared_task(bind=True, max_retries=5)
def mail_reminder(self, invoice_id: int) -> None:
    try:
        mail_invoice(invoice_id, reminder=True)
    except MailServerDown as error:
        gave_up = MaxRetriesExceededError(str(error))
        try:
            raise self.retry(exc=gave_up)
        except MaxRetriesExceededError:
            mark_unsent(invoice_id)
