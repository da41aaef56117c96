from celery import chain, shared_task

from shop.models import Order


@shared_task
def total(order_id: int) -> int:
    return Order.objects.get(pk=order_id).total


@shared_task
def write_invoice(cents: int) -> str:
    return f"{cents / 100:.2f}"


@shared_task
def invoice(order_id: int) -> None:
    chain(total.s(order_id), write_invoice.s()).delay()
