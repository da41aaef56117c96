"""Dicts, requests, caches and models have a `get` too, and a pool's `apply_async` is not Celery's."""

from multiprocessing import Pool
from threading import Thread

import requests
from django.core.cache import cache

from images.models import Image
from images.tasks import shrink


def load(options: dict, image_id: int, pool: Pool):
    shrink.delay(image_id)
    image = Image.objects.get(pk=image_id)
    size = options.get("size") or cache.get("size")
    page = requests.get(image.url)
    sent = pool.apply_async(print, (image,))
    thread = Thread(target=print)
    thread.join()
    return size, page.headers.get("etag"), sent.get()
