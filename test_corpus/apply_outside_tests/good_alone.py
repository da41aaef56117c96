from celery import shared_task

from billing.store import charge, load_invoice


@shared_task(max_retries=3, time_limit=60)
def charge_invoice(invoice_id: int) -> None:
    charge(load_invoice(invoice_id))


def close_month(invoice_ids: list[int]) -> None:
    for invoice_id in invoice_ids:
        charge_invoice.delay(invoice_id)
