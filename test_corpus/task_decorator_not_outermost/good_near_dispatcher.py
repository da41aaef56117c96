"""The function above sends the task instead of running it: it knows what it is given."""

import functools

from celery import shared_task
from django.db import transaction

from orders.mail import send_confirmation


def after_commit(task):
    @functools.wraps(task)
    def send(*args):
        transaction.on_commit(lambda: task.delay(*args))

    return send


@after_commit
@shared_task
def confirm(order_id: int) -> None:
    send_confirmation(order_id)
