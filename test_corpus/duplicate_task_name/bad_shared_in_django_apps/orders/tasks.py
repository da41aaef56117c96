from celery import shared_task

from orders.models import Order


@shared_task(name="send-receipt")
def send_receipt(order_id: int) -> None:  # expect CEL108: def send_receipt
    Order.objects.get(pk=order_id).send_receipt()
