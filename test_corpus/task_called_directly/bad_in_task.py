from celery import shared_task

from shop.models import Order


@shared_task(bind=True, autoretry_for=(ConnectionError,), retry_backoff=True)
def send_receipt(self, order_id: int) -> None:
    Order.objects.get(pk=order_id).mail_receipt()


@shared_task
def close_order(order_id: int) -> None:
    Order.objects.filter(pk=order_id).update(closed=True)
    send_receipt(order_id)  # expect CEL506: send_receipt(order_id)
