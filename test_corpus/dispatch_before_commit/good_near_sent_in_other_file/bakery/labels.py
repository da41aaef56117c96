from functools import partial

from django.core.cache import cache
from django.db import transaction

from .ledger import close_books
from .tasks import print_label


def send_label(order_id: int) -> None:
    transaction.on_commit(partial(print_label.delay, order_id))


def send_now(order_id: int) -> None:
    print_label.delay(order_id)


def send_when_ready(order_id: int) -> None:
    transaction.get_connection().commit()
    print_label.delay(order_id)


def send_when_closed(order_id: int) -> None:
    close_books()
    print_label.delay(order_id)


def label_sender(order_id: int):
    def send() -> None:
        print_label.delay(order_id)

    return send


def remember(order_id: int) -> None:
    cache.set("last", order_id)
