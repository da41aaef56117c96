from celery import chain

from web.tasks import fetch, index


def crawl_twice(url: str, again: bool) -> None:
    steps = chain([fetch.s(url), index.s()])
    steps.clone().delay()
    if again:
        steps.clone().apply_async(queue="slow")
    return None


def crawl_and_copy(url: str) -> None:
    steps = fetch.s(url) | index.s()
    steps.clone().delay()
    steps.clone().delay()
