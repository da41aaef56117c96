"""None of these is the result of a task: a dict, a response, a cache, an ORM, Redis, a queue, a thread."""

import queue
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

import redis
import requests
from celery import shared_task
from django.core.cache import cache

from shop.models import Order
from shop.pool import delay, pool

client = redis.Redis()


@shared_task(bind=True)
def sync(self, order_id: int, options: dict) -> str:
    order = Order.objects.get(pk=order_id)
    response = requests.get("https://example.com", params={"q": order.name}, timeout=5)
    color = options.get("color", cache.get("color"))
    size = client.get("size")
    waiting: queue.Queue = queue.Queue()
    waiting.put(order)
    waiting.get()
    waiting.join()
    with ThreadPoolExecutor() as executor:
        executor.submit(print, order).result()
    ThreadPool().apply_async(print).get()
    pool.apply_async(print).wait()
    delay(order).get()
    headers = self.request.get("headers")
    return ",".join([color, str(size), response.headers.get("etag"), str(headers)])
