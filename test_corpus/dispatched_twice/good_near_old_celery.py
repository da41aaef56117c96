# settings: target-celery = "5.4"
"""Up to Celery 5.6 each dispatch of a chain gets an id of its own."""

from celery import chain

from web.tasks import fetch, index


def crawl(urls: list[str]) -> None:
    steps = chain(fetch.s(), index.s())
    for url in urls:
        steps.delay(url)
