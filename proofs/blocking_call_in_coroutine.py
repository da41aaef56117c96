"""While one coroutine blocks, the others of its task do not go on."""

import asyncio
import time

from proofs import lab

app = lab.memory_app()
PAUSE = 0.3


async def block() -> None:
    time.sleep(PAUSE)


async def wait() -> None:
    await asyncio.sleep(PAUSE)


async def wait_in_thread() -> None:
    await asyncio.to_thread(time.sleep, PAUSE)


async def three(part: object) -> float:
    started = time.monotonic()
    await asyncio.gather(part(), part(), part())  # type: ignore[operator]
    return time.monotonic() - started


@app.task
def seconds(name: str) -> float:
    return asyncio.run(three(globals()[name]))


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: one after the other", seconds.delay("block").get(timeout=20) >= 3 * PAUSE, True)
        lab.claim("mended: asyncio.sleep", seconds.delay("wait").get(timeout=20) < 2.5 * PAUSE, True)
        lab.claim("mended: a thread", seconds.delay("wait_in_thread").get(timeout=20) < 2.5 * PAUSE, True)


if __name__ == "__main__":
    lab.main(prove)
