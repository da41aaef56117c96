"""`delay` gives a result, and a name that is bound twice may hold one."""

from celery import shared_task


@shared_task
def charge(order_id: int) -> None:
    print(order_id)


def pay(order, now: bool) -> str:
    if not now:
        result = charge.delay_on_commit(order.pk)
    else:
        result = charge.delay(order.pk)
        return result.id
    return charge.delay(order.pk).id
