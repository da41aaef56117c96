"""The callback reads what the loop does not bind: a parameter, or names of its own."""

from django.db import transaction

from shop.tasks import confirm, recount


def confirm_all(customer, orders) -> None:
    for order in orders:
        order.save()
        transaction.on_commit(lambda: recount.delay(customer.pk))
        transaction.on_commit(lambda: [confirm.delay(order) for order in (1, 2)])
    transaction.on_commit(lambda: confirm.delay(order.pk))
