"""The lock is renewed while the task works."""

import redis
from celery import shared_task

from ledger.booking import balance

client = redis.Redis()


@shared_task(time_limit=1800)
def balance_books(year: int) -> None:
    with client.lock(f"balance:{year}", timeout=60) as lock:
        for account in range(1000, 9999):
            balance(year, account)
            lock.extend(60, replace_ttl=True)
