"""The error is expected: the coroutine may be run by others that have no loop."""

import asyncio

from celery import shared_task

from lights.bridge import Bridge


async def _switch(bridge: Bridge, lamp: str) -> None:
    try:
        asyncio.run(bridge.wake())
    except RuntimeError:
        await bridge.wake()
    await bridge.switch(lamp)


@shared_task
def switch(lamp: str) -> None:
    asyncio.run(_switch(Bridge(), lamp))
