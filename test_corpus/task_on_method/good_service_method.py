from celery import shared_task

from billing.gateway import Gateway


class InvoiceService:
    def __init__(self, gateway: Gateway) -> None:
        self.gateway = gateway

    def charge(self, invoice_id: int) -> None:
        self.gateway.charge(invoice_id)


@shared_task
def charge_invoice(invoice_id: int) -> None:
    InvoiceService(Gateway()).charge(invoice_id)
