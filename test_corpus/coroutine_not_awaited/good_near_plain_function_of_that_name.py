"""In this branch of the import the function is a plain one."""

import time

from celery import shared_task

from lights.bridge import Bridge

try:
    from lights.plain import switch
except ImportError:

    async def switch(bridge: Bridge, lamp: str) -> None:
        await bridge.switch(lamp)


@shared_task
def blink(lamp: str) -> None:
    for _ in range(3):
        switch(Bridge(), lamp)
        time.sleep(1)
