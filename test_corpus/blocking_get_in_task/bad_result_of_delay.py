from celery import shared_task

from shop.models import Order


@shared_task
def total(order_id: int) -> int:
    return Order.objects.get(pk=order_id).total


@shared_task
def invoice(order_id: int) -> str:
    cents = total.delay(order_id).get(timeout=10)  # expect CEL502: total.delay(order_id).get(timeout=10)
    return f"{cents / 100:.2f}"
