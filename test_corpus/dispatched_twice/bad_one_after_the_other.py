from celery import chain

from web.tasks import fetch, index


def crawl_twice(url: str, again: bool) -> None:
    steps = chain([fetch.s(url), index.s()])
    steps.delay()
    if again:
        steps.apply_async(queue="slow")  # expect CEL530: steps.apply_async(queue="slow")
    return None


def crawl_and_copy(url: str) -> None:
    steps = fetch.s(url) | index.s()
    steps.delay()
    steps.clone().delay()  # expect CEL530: steps.clone().delay()
