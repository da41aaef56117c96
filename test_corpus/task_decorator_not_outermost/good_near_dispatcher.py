"""The functions above send the task instead of running it: they know what they are given."""

import functools

from celery import current_app, shared_task
from django.db import transaction

from orders.mail import send_confirmation


def after_commit(task):
    @functools.wraps(task)
    def send(*args):
        transaction.on_commit(lambda: task.delay(*args))

    return send


def by_name(task):
    @functools.wraps(task)
    def send(*args):
        current_app.send_task(f"orders.{task.__name__}", args)

    return send


@after_commit
@shared_task
def confirm(order_id: int) -> None:
    send_confirmation(order_id)


@by_name
@shared_task(name="orders.remind")
def remind(order_id: int) -> None:
    send_confirmation(order_id, again=True)
