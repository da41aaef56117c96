"""The base class has the method itself, and gives an id."""

from celery import Celery, Task
from django.db import transaction

from shop.ids import new_id

app = Celery("shop")


class Later(Task):
    def delay_on_commit(self, *args):
        task_id = new_id()
        transaction.on_commit(lambda: self.apply_async(args, task_id=task_id))


@app.task(base=Later)
def charge(order_id: int) -> None:
    print(order_id)


def pay(order) -> None:
    charge.delay_on_commit(order.pk)
