"""The decorator below turns what the function returns to a dict."""

from celery import shared_task

from shop.models import Order
from shop.serializers import as_json


@shared_task
@as_json
def fetch_order(order_id: int):
    return Order.objects.get(pk=order_id)
