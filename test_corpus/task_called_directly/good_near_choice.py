"""The view chooses whether the task is sent or run at once."""

from celery import shared_task
from django.conf import settings

from stock.store import rebuild


@shared_task
def rebuild_index(name: str) -> None:
    rebuild(name)


def rebuild_now_or_later(request, name: str) -> None:
    if settings.INDEX_AT_ONCE:
        rebuild_index(name)
    else:
        rebuild_index.delay(name)
