"""A limit of zero is none."""

from celery import shared_task

from films.archive import copy_reel


@shared_task(soft_time_limit=0, time_limit=0)
def copy(reel: int) -> None:
    copy_reel(reel)


@shared_task(soft_time_limit=None, time_limit=None)
def copy_slowly(reel: int) -> None:
    copy_reel(reel, passes=3)
