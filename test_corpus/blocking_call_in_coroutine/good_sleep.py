import asyncio

from celery import shared_task

from news.feeds import fetch_feed, store_entries


async def _refresh(url: str) -> None:
    entries = await fetch_feed(url)
    store_entries(url, entries)
    await asyncio.sleep(0.2)


async def _refresh_all(urls: list[str]) -> None:
    await asyncio.gather(*(_refresh(url) for url in urls))


@shared_task
def refresh_feeds(urls: list[str]) -> None:
    asyncio.run(_refresh_all(urls))
