"""The lookup is of another library; a cache of Django in memory is no result backend."""

from concurrent.futures import Future

from celery import Celery
from futures_by_id import AsyncResult

app = Celery("pipeline", broker="amqp://localhost", backend="rpc://")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


def find(future_id: str) -> Future:
    return AsyncResult(future_id)
