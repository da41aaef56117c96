"""One task may take its lock in two places; another kind of lock has keys of its own."""

import redis
from celery import shared_task

from beach.chairs import fold, unfold
from beach.locks import single_instance

client = redis.Redis()


@shared_task
@single_instance("chairs", timeout=60)
def unfold_chairs(rows: int) -> None:
    unfold(rows)


@shared_task
def fold_chairs(rows: int) -> None:
    with client.lock("chairs", timeout=60):
        fold(rows)


def fold_by_hand(rows: int) -> None:
    with client.lock("chairs", timeout=60):
        fold(rows)
