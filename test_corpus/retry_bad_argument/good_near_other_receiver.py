"""The client's `retry` takes a timedelta and text."""

from datetime import timedelta

from celery import shared_task

from canteen.orders import OrderClient


@shared_task
def order_food(meals: dict[str, int]) -> None:
    client = OrderClient()
    try:
        client.order(meals)
    except ConnectionError:
        client.retry(countdown=timedelta(minutes=1), exc="no connection")
