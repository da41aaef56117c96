"""Whoever makes the application completes the app: it has no broker yet either."""

from celery import Celery, chord

from harvest.fields import mow, rake

celery = Celery("harvest")


@celery.task
def mow_field(field: str) -> None:
    mow(field)


@celery.task
def rake_fields(_mown: list[None]) -> None:
    rake()


def harvest(fields: list[str]) -> None:
    chord([mow_field.s(field) for field in fields])(rake_fields.s())
