from celery import chain

from .jobs import send_invoice


def close_order(order_id: int) -> None:
    send_invoice.delay(order_id, currency="EUR")  # expect CEL504: currency="EUR"
    chain(send_invoice.si(order_id))()
