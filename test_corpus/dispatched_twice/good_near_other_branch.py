"""Only one of the dispatches is made: in the other branch, or the last attempt of a loop."""

from celery import chain

from web.tasks import fetch, index


def crawl(url: str, later: bool) -> None:
    steps = chain(fetch.s(url), index.s())
    if later:
        steps.apply_async(countdown=60)
    else:
        steps.delay()


def crawl_or_give_up(url: str) -> None:
    steps = fetch.s(url) | index.s()
    for _ in range(3):
        try:
            steps.delay()
            break
        except OSError:
            continue


def crawl_or_return(url: str, later: bool) -> None:
    steps = fetch.s(url) | index.s()
    if later:
        steps.apply_async(countdown=60)
        return
    steps.delay()
