"""Each turn of the loop is a transaction of its own, so the callback runs before the next; or the loop ends there."""

from django.db import transaction

from shop.tasks import confirm


def confirm_each(orders) -> None:
    for order in orders:
        with transaction.atomic():
            order.save()
            transaction.on_commit(lambda: confirm.delay(order.pk))


def confirm_first(orders) -> None:
    for order in orders:
        if order.is_open:
            transaction.on_commit(lambda: confirm.delay(order.pk))
            break
