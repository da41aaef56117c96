"""Each coroutine is handed to something that runs it."""

import asyncio

from asgiref.sync import async_to_sync
from celery import shared_task

from crawler.pages import fetch
from crawler.runner import run_async


async def _crawl(url: str) -> str:
    return await fetch(url)


async def _crawl_all(urls: list[str]) -> list[str]:
    pages = [_crawl(url) for url in urls]
    first = asyncio.create_task(_crawl(urls[0]))
    rest = await asyncio.gather(*pages)
    return [await first, *rest]


@shared_task
def crawl(url: str) -> str:
    crawling = _crawl(url)
    return run_async(crawling)


@shared_task
def crawl_all(urls: list[str]) -> int:
    async_to_sync(_crawl)(urls[0])
    pages = run_async(_crawl_all(urls))
    run_async(lambda: _crawl(urls[-1]))
    return len(pages)
