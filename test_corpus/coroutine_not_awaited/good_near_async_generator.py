"""An async generator is no coroutine: `async for` runs it."""

import asyncio
from collections.abc import AsyncIterator

from celery import shared_task

from mail.client import open_mailbox


async def _messages(folder: str) -> AsyncIterator[str]:
    async with open_mailbox(folder) as mailbox:
        for number in range(mailbox.count):
            yield await mailbox.read(number)


async def _count_words(folder: str) -> int:
    return sum([len(text.split()) async for text in _messages(folder)])


@shared_task
def count_words(folder: str) -> int:
    return asyncio.run(_count_words(folder))
