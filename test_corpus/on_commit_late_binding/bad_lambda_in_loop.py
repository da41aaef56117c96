from django.db import transaction

from shop.models import Order
from shop.tasks import confirm


@transaction.atomic
def confirm_all(customer) -> None:
    for order in Order.objects.filter(customer=customer):
        order.confirmed = True
        order.save()
        transaction.on_commit(lambda: confirm.delay(order.pk))  # expect CEL332: lambda: confirm.delay(order.pk)
