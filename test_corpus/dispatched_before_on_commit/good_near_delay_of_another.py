"""`delay` makes a function here: it is no task's."""

from django.db import transaction

from shop.debounce import Debounced


def save_all(rows) -> None:
    refresh = Debounced(rows)
    transaction.on_commit(refresh.delay(5))
