"""Groups, chords, single signatures, and chains that end in a group get new ids each time."""

from itertools import chain as joined

from celery import chain, chord, group

from web.tasks import fetch, index, notify


def crawl(urls: list[str]) -> None:
    one = fetch.s("a")
    many = group(fetch.s("a"), fetch.s("b"))
    all_then = chord([fetch.s("a")], notify.s())
    piped = group(fetch.s("a"), fetch.s("b")) | notify.s()
    spread = chain(fetch.s("a"), group(index.s(), notify.s()))
    pages = joined(urls, urls)
    for _ in range(2):
        one.delay()
        many.delay()
        all_then.delay()
        piped.delay()
        spread.delay()
        print(pages)
