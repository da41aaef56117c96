from celery import chain

from .jobs import send_invoice


def close_order(order_id: int) -> None:
    send_invoice.delay(order_id, language="de")
    chain(send_invoice.si(order_id))()
