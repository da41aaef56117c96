"""Callers pass it, or it stands in the decorator as well; other names are arguments like any other."""

from celery import shared_task

from kitchen.orders import cook


@shared_task
def cook_order(order_id: int, rate_limit: str = "10/m") -> None:
    cook(order_id)


@shared_task(max_retries=3)
def cook_again(order_id: int, max_retries: int = 3) -> None:
    cook_order.delay(order_id, rate_limit="5/m")


@shared_task
def serve(order_id: int, queue: str = "kitchen", priority: int = 5, time_limit=None) -> None:
    cook(order_id)
