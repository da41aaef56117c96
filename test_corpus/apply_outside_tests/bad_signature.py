from celery import shared_task

from billing.tasks import charge_invoice


@shared_task
def charge_later(invoice_id: int) -> None:
    charge_invoice.s(invoice_id).apply()  # expect CEL511: charge_invoice.s(invoice_id).apply()
