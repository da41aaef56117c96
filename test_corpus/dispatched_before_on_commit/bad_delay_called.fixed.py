from django.db import transaction

from shop.models import Order
from shop.tasks import send_receipt


def place_order(customer):
    with transaction.atomic():
        order = Order.objects.create(customer=customer)
        transaction.on_commit(lambda: send_receipt.delay(order.pk))
    return order
