"""The base class of the task waits for the commit itself."""

from celery import Celery, Task
from django.db import transaction

from shop.models import Order

app = Celery("shop")


class AfterCommit(Task):
    def delay(self, *args, **kwargs):
        return transaction.on_commit(lambda: super(AfterCommit, self).delay(*args, **kwargs))


@app.task(base=AfterCommit)
def send_receipt(order_id: int) -> None:
    print(order_id)


def place(customer) -> None:
    with transaction.atomic():
        order = Order.objects.create(customer=customer)
        send_receipt.delay(order.pk)
