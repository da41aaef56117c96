"""Something else in the `try` may time out; or nothing waits with a timeout there."""

import asyncio
from concurrent.futures import Future

import requests

from images.tasks import shrink


def load(url: str) -> str:
    try:
        page = requests.get(url, timeout=3)
        return shrink.delay(page.text).get(timeout=3)
    except TimeoutError:
        return ""


async def load_async(path: str) -> str:
    try:
        await asyncio.wait_for(asyncio.sleep(1), 2)
        return shrink.delay(path).get(timeout=3)
    except asyncio.TimeoutError:
        return ""


def send(path: str, future: Future) -> str:
    try:
        shrink.delay(path)
        return future.result(3)
    except TimeoutError:
        return ""
