"""A hook of the project takes results, and keeps them until the commit."""

from mailing.hooks import on_commit
from mailing.tasks import deliver
from mailing.unit import unit_of_work


def save_letter(letter) -> None:
    on_commit(deliver.delay(letter.pk))
    unit_of_work.on_commit(deliver.delay(letter.pk))
