from celery import shared_task

from billing.gateway import Gateway


class InvoiceService:
    def __init__(self, gateway: Gateway) -> None:
        self.gateway = gateway

    @shared_task
    def charge(self, invoice_id: int) -> None:  # expect CEL109: def charge
        self.gateway.charge(invoice_id)
