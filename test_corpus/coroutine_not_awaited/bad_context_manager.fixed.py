import asyncio

from celery import shared_task

from harbour.radio import connect


async def _open_channel(pier: int):
    channel = await connect(pier)
    await channel.tune(16)
    return channel


async def _call(pier: int, text: str) -> None:
    async with await _open_channel(pier) as channel:
        await channel.say(text)


@shared_task
def call_ships(pier: int, text: str) -> None:
    asyncio.run(_call(pier, text))
