"""Each order is read in a transaction of its own, which the other file opens and closes."""

from celery import shared_task

from .orders import total_of


@shared_task
def bill(order_ids):
    return [total_of(order_id) for order_id in order_ids]
