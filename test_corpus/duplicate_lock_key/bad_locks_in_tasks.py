import redis
from celery import shared_task
from redis.lock import Lock

from canal.gates import close_gates, flush, open_gates

client = redis.Redis()


@shared_task
def open_canal() -> None:
    with client.lock("canal", timeout=300):
        open_gates()


@shared_task
def close_canal() -> None:
    lock = client.lock(name="canal", timeout=300)  # expect CEL119: "canal"
    if not lock.acquire(blocking=False):
        return
    close_gates()
    lock.release()


@shared_task
def flush_canal() -> None:
    with Lock(client, "canal", timeout=300):  # expect CEL119: "canal"
        flush()
