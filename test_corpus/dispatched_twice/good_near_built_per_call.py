"""Each dispatch has a chain of its own, or an id of its own."""

from celery import chain
from celery.utils import uuid

from web.tasks import fetch, index

STEPS = fetch.s() | index.s()


def crawl(urls: list[str]) -> None:
    for url in urls:
        steps = chain(fetch.s(url), index.s())
        steps.delay()
    for url in urls:
        STEPS.apply_async((url,), task_id=uuid())
        STEPS.clone().delay(url)
