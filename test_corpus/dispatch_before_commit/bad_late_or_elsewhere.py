from django.db import transaction

from shop.models import Order
from shop.tasks import send_receipt


def close_orders(orders: list[Order]) -> None:
    with transaction.atomic():
        for order in orders:
            order.save()
            send_receipt.delay(order.pk)  # expect CEL325: send_receipt.delay(order.pk)


@transaction.atomic(using="archive")
def close_order(order: Order) -> None:
    order.save()
    send_receipt.delay(order.pk)  # expect CEL325: send_receipt.delay(order.pk)


@transaction.atomic
def try_to_close(order: Order) -> str:
    order.save()
    try:
        send_receipt.delay(order.pk)  # expect CEL325: send_receipt.delay(order.pk)
    except ConnectionError:
        return "no receipt"
    return send_receipt.delay(order.pk).id  # expect CEL325: send_receipt.delay(order.pk)


@transaction.atomic
def reopen(order: Order) -> None:
    order.save()
    if order.is_paid: send_receipt.delay(order.pk, state=order.state)  # expect CEL325: send_receipt.delay(order.pk, state=order.state)
    order.state = "open"
