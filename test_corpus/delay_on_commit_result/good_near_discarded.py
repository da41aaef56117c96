"""Nobody reads what the call gives."""

from celery import shared_task


@shared_task
def charge(order_id: int) -> None:
    print(order_id)


def pay(order) -> None:
    charge.delay_on_commit(order.pk)
    charge.apply_async_on_commit(args=(order.pk,), countdown=5)


def pay_later(order):
    return charge.delay_on_commit(order.pk)
