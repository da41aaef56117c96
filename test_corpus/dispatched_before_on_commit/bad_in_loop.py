from django.db.transaction import on_commit

from shop.models import Order
from shop.tasks import send_receipt


def close_orders(orders: list[Order]) -> None:
    for order in orders:
        order.close()
        on_commit(send_receipt.delay(order.pk))  # expect CEL326: send_receipt.delay(order.pk)


def close_order(order: Order, key: int | None = None) -> None:
    key = key or order.pk
    order.close()
    on_commit(send_receipt.delay(key))  # expect CEL326: send_receipt.delay(key)
