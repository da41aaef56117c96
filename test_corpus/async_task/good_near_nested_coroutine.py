"""The task itself is a plain function: it runs its coroutine to the end."""

import asyncio

from celery import shared_task

from library.catalogue import Catalogue


@shared_task(name="library.import_titles")
def import_titles(isbns: list[str]) -> int:
    async def fetch_all() -> list[dict]:
        async with Catalogue() as catalogue:
            return await asyncio.gather(*(catalogue.title(isbn) for isbn in isbns))

    titles = asyncio.run(fetch_all())
    return sum(1 for title in titles if title)
