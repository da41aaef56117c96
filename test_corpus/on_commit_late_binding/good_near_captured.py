"""Each callback holds the item itself: by a default, a partial, a signature, or a function that made it."""

from functools import partial

from django.db import transaction

from shop.tasks import confirm


def later(pk: int):
    return lambda: confirm.delay(pk)


@transaction.atomic
def confirm_all(orders) -> None:
    for order in orders:
        transaction.on_commit(lambda pk=order.pk: confirm.delay(pk))
        transaction.on_commit(lambda order=order: confirm.delay(order.pk))
        transaction.on_commit(partial(confirm.delay, order.pk))
        transaction.on_commit(confirm.s(order.pk).delay)
        transaction.on_commit(later(order.pk))
