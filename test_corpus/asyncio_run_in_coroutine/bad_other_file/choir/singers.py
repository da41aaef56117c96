import asyncio


async def fetch_singers(part: str) -> list[str]:
    await asyncio.sleep(0.1)
    return [part]


def singers_of(part: str) -> list[str]:
    return asyncio.run(fetch_singers(part))


def first_singer(part: str) -> str:
    return singers_of(part)[0]
