from celery import shared_task
from django.db import transaction

from .labels import announce, send_label
from .models import Order


@shared_task
def take_order(loaves: int) -> None:
    with transaction.atomic():
        order = Order.objects.create(loaves=loaves)
        send_label(order.pk)  # expect CEL325: send_label(order.pk)


@shared_task
@transaction.atomic
def change_order(order_id: int, loaves: int) -> None:
    Order.objects.filter(pk=order_id).update(loaves=loaves)
    announce(order_id)  # expect CEL325: announce(order_id)
