import urllib.request
from urllib.request import urlopen

import urllib3
from celery import shared_task

from feeds.store import keep_feed

pool = urllib3.PoolManager(maxsize=4)


@shared_task
def refresh_feed(url: str) -> None:
    with urllib.request.urlopen(url) as answer:  # expect CEL411: urllib.request.urlopen(url)
        keep_feed(url, answer.read())


@shared_task
def publish_feed(url: str, body: bytes) -> None:
    urlopen(url, body)  # expect CEL411: urlopen(url, body)
    pool.request("PURGE", url)  # expect CEL411: pool.request("PURGE", url)
