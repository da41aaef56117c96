"""What is handed over is a function, or what gives one."""

from functools import partial

from django.db import transaction

from mailing.tasks import deliver


def sender(letter_id: int):
    return lambda: deliver.delay(letter_id)


def save_letter(letter) -> None:
    transaction.on_commit(lambda: deliver.delay(letter.pk))
    transaction.on_commit(partial(deliver.delay, letter.pk))
    transaction.on_commit(deliver.s(letter.pk).delay)
    transaction.on_commit(sender(letter.pk))
    transaction.on_commit(deliver.delay)
