"""Nothing is demanded while the setting is empty."""

from celery import shared_task

from reef.corals import photograph


@shared_task
def photograph_reef(reef: int) -> None:
    photograph(reef)
