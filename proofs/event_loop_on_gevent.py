"""On gevent all tasks of a worker share one thread, which runs one event loop: of concurrent tasks all but one fail.

So does the usual helper that looks for a running loop and goes to a thread, which gevent makes a greenlet. In the real
threads of the hub every task has its own loop.
"""

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import Any

from proofs import lab

app = lab.file_app("proofs.event_loop_on_gevent")
TASKS = 8
SECONDS = 3  # so long that all tasks have started before the first one ends


async def fetch() -> str:
    await asyncio.sleep(SECONDS)
    return "fetched"


def run_async(coroutine: Any) -> Any:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, coroutine).result()


@app.task
def load() -> Any:
    return asyncio.run(fetch())


@app.task
def load_by_helper() -> Any:
    return run_async(fetch())


@app.task
def load_in_own_loop() -> Any:
    return asyncio.new_event_loop().run_until_complete(fetch())


@app.task
def load_mended() -> Any:
    from gevent import get_hub

    return get_hub().threadpool.apply(asyncio.run, (fetch(),))


def prove() -> None:
    if find_spec("gevent") is None:
        lab.skip("gevent is not installed")
    hazards = [task.delay() for task in (load, load_by_helper, load_in_own_loop) for _ in range(TASKS)]
    mended = [load_mended.delay() for _ in range(TASKS)]
    fetched, failed = ("SUCCESS", "fetched"), ("FAILURE", "RuntimeError")
    with lab.worker_process("proofs.event_loop_on_gevent:app", "gevent", 4 * TASKS):
        ends = Counter(map(lab.outcome, hazards))
        lab.claim("hazard: three ways to run a loop", ends, Counter({failed: 3 * TASKS - 1, fetched: 1}))
        lab.claim("mended: each in a thread of the hub", Counter(map(lab.outcome, mended)), Counter({fetched: TASKS}))


if __name__ == "__main__":
    lab.main(prove)
