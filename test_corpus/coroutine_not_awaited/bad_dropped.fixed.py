import asyncio

from celery import shared_task

from chat.channels import channel_of


async def _announce(room: str, text: str) -> None:
    await channel_of(room).send({"text": text})


@shared_task
def announce(room: str, text: str) -> None:
    asyncio.run(_announce(room, text))
