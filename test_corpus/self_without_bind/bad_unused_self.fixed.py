from celery import shared_task

from billing.invoices import find_invoice
from billing.mail import send_pdf


@shared_task(bind=True)
def mail_invoice(self, invoice_id: int, address: str) -> None:
    invoice = find_invoice(invoice_id)
    send_pdf(address, subject=f"Invoice {invoice.number}", pdf=invoice.render())
