"""What is sent before a `raise` tells of the failure: it is to run although the transaction is rolled back. And a form
that is saved without a commit has written nothing."""

from django.db import transaction

from shop.models import Order
from shop.tasks import report_failure, send_receipt


def place(form) -> None:
    with transaction.atomic():
        order = form.save(commit=False)
        send_receipt.delay(order.customer_id)


def pay(order: Order, gateway) -> None:
    with transaction.atomic():
        order.save()
        try:
            gateway.charge(order)
        except OSError:
            report_failure.delay(order.pk)
            raise
        if not order.is_paid:
            report_failure.delay(order.pk)
            raise ValueError("not paid")
