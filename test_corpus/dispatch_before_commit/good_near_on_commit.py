"""Each of these sends the task after the commit."""

from functools import partial

from django.db import transaction

from shop.models import Order
from shop.tasks import send_receipt


@transaction.atomic
def place(customer):
    order = Order.objects.create(customer=customer)
    transaction.on_commit(lambda: send_receipt.delay(order.pk))
    transaction.on_commit(partial(send_receipt.apply_async, (order.pk,), countdown=5))
    transaction.on_commit(send_receipt.s(order.pk).delay)
    send_receipt.delay_on_commit(order.pk)


def place_and_notify(customer):
    with transaction.atomic():
        order = Order.objects.create(customer=customer)

        def notify():
            send_receipt.delay(order.pk)

        transaction.on_commit(notify)
    send_receipt.delay(order.pk)
