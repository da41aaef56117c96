"""Chains, groups and chords of signatures."""

from celery import chain, chord, group, shared_task


@shared_task(max_retries=0, time_limit=60)
def fetch(url: str) -> str:
    """Fetch a page."""
    return url.upper()


@shared_task(max_retries=0, time_limit=60)
def count_words(text: str) -> int:
    """Count the words of a text."""
    return len(text.split())


@shared_task(max_retries=0, time_limit=60)
def add_up(counts: list[int]) -> int:
    """Add up numbers."""
    return sum(counts)


@shared_task(max_retries=0, time_limit=60)
def clear_cache(name: str) -> None:
    """Forget what is kept under a name."""


def start(urls: list[str]) -> None:
    """Start one of each kind."""
    signature = fetch.s(urls[0])
    signature.delay()
    chain(fetch.s(urls[0]), count_words.s())()
    chain(fetch.s(urls[0]), clear_cache.si("pages"))()
    group(fetch.s(url) for url in urls)()
    chord((chain(fetch.s(url), count_words.s()) for url in urls), add_up.s())()
