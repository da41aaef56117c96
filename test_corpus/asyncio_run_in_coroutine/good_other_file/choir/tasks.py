import asyncio

from celery import shared_task

from choir.singers import fetch_singers, first_singer


def last_singer(part: str) -> str:
    return asyncio.run(fetch_singers(part))[-1]


async def dismiss(part: str) -> str:
    return "Good bye, " + await asyncio.to_thread(last_singer, part)


async def greet(part: str) -> str:
    return "Hello, " + await asyncio.to_thread(first_singer, part)


@shared_task
def greet_all(parts: list[str]) -> list[str]:
    return [asyncio.run(greet(part)) for part in parts]


@shared_task
def dismiss_all(parts: list[str]) -> list[str]:
    return [asyncio.run(dismiss(part)) for part in parts]
