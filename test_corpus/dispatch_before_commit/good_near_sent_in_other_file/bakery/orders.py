"""The functions of the other file wait for the commit, commit themselves, send nothing yet, or are called afterwards."""

from celery import shared_task
from django.db import transaction

from .labels import label_sender, remember, send_label, send_now, send_when_closed, send_when_ready
from .models import Order


@shared_task
def take_order(loaves: int) -> None:
    with transaction.atomic():
        order = Order.objects.create(loaves=loaves)
        send_label(order.pk)
        remember(order.pk)
        transaction.on_commit(label_sender(order.pk))
    send_now(order.pk)


@shared_task
def change_order(order_id: int, loaves: int) -> None:
    with transaction.atomic():
        Order.objects.filter(pk=order_id).update(loaves=loaves)
        send_when_ready(order_id)
        send_when_closed(order_id)
