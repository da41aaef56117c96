"""`asyncio.get_event_loop()` gives no loop in a thread, nor after `asyncio.run`, nor on Python 3.14.

In the main thread of an older Python it works until somebody calls `asyncio.run`. A loop of one's own always works.
"""

import asyncio
import sys

from proofs import lab

app = lab.memory_app()


async def fetch() -> str:
    return "fetched"


@app.task
def load() -> str:
    return asyncio.get_event_loop().run_until_complete(fetch())


@app.task
def load_with_run() -> str:
    return asyncio.run(fetch())


@app.task
def load_in_own_loop() -> str:
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(fetch())
    finally:
        loop.close()


def prove() -> None:
    failed, fetched = ("FAILURE", "RuntimeError"), ("SUCCESS", "fetched")
    first = lab.outcome(load.apply())  # in the main thread, as on prefork
    lab.claim("the first one in the main thread", first, failed if sys.version_info >= (3, 14) else fetched)
    lab.claim("mended: asyncio.run", lab.outcome(load_with_run.apply()), fetched)
    lab.claim("hazard: after asyncio.run", lab.outcome(load.apply()), failed)
    with lab.worker_thread(app, "threads"):
        lab.claim("hazard: the threads pool", lab.outcome(load.delay()), failed)
        lab.claim("mended: asyncio.run in a thread", lab.outcome(load_with_run.delay()), fetched)
        lab.claim("mended: a loop of its own", lab.outcome(load_in_own_loop.delay()), fetched)


if __name__ == "__main__":
    lab.main(prove)
