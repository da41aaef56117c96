from django.db import transaction

from shop.models import Order
from shop.tasks import send_receipt


def place_order(customer, lines):
    with transaction.atomic():
        order = Order.objects.create(customer=customer)
        for line in lines:
            line.order = order
            line.save()
        transaction.on_commit(lambda: send_receipt.delay(order.pk))
    return order
