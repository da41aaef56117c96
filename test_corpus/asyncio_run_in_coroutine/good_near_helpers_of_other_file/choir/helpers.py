import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache


async def sing(part: str) -> str:
    await asyncio.sleep(0.1)
    return part


def in_any_case(part: str) -> str:
    """Look whether a loop is running."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(sing(part))
    with ThreadPoolExecutor() as threads:
        return threads.submit(asyncio.run, sing(part)).result()


def in_a_thread(part: str) -> None:
    thread = threading.Thread(target=lambda: asyncio.run(sing(part)))
    thread.start()
    thread.join()


def tried_first(part: str) -> str:
    try:
        return asyncio.run(sing(part))
    except RuntimeError:
        return part


def perhaps(part: str) -> None:
    with suppress(RuntimeError):
        asyncio.run(sing(part))


@lru_cache
def remembered(part: str) -> str:
    return asyncio.run(sing(part))


def only_if_asked(part: str, loud: bool = False) -> str:
    return asyncio.run(sing(part)) if loud else part


def later(part: str) -> Coroutine[None, None, str]:
    return sing(part)


async def nested(part: str) -> str:
    return part


def sung(part: str) -> str:
    return asyncio.run(sing(part))
