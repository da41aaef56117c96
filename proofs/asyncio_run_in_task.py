"""`asyncio.run` in a task is fine on the solo, threads and prefork pools, however often it is called.

On gevent all tasks share one thread, which can run one event loop: of concurrent tasks all but the first fail.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any, TypeAlias

from proofs import lab

in_thread = lab.memory_app()
in_process = lab.file_app("proofs.asyncio_run_in_task")
TASKS = 8
Ends: TypeAlias = list[tuple[tuple[str, Any], int]]


async def fetch(seconds: float) -> str:
    await asyncio.sleep(seconds)
    return "fetched"


@in_thread.task
def load_in_thread() -> str:
    return asyncio.run(fetch(0.1))


@in_process.task
def load(seconds: float) -> str:
    return asyncio.run(fetch(seconds))


@in_process.task
def load_mended(seconds: float) -> Any:
    from gevent import get_hub

    return get_hub().threadpool.apply(asyncio.run, (fetch(seconds),))


def count(results: Iterable[Any]) -> Ends:
    """How many tasks ended in each outcome."""
    return sorted(Counter(map(lab.outcome, list(results))).items())


def run_in_thread(pool: str) -> Ends:
    with lab.worker_thread(in_thread, pool, concurrency=4):
        return count(load_in_thread.delay() for _ in range(TASKS))


def run_in_process(pool: str, concurrency: int, task: Any, seconds: float) -> Ends:
    results = [task.delay(seconds) for _ in range(TASKS)]
    with lab.worker_process("proofs.asyncio_run_in_task:in_process", pool, concurrency):
        return count(results)


def prove() -> None:
    fetched, failed = ("SUCCESS", "fetched"), ("FAILURE", "RuntimeError")
    lab.claim("no hazard: solo", run_in_thread("solo"), [(fetched, TASKS)])
    lab.claim("no hazard: threads", run_in_thread("threads"), [(fetched, TASKS)])
    lab.claim("no hazard: prefork", run_in_process("prefork", 4, load, 0.1), [(fetched, TASKS)])
    if find_spec("gevent") is None:
        print("not run: gevent is not installed")
        return
    # three seconds, so that all the tasks have started before the first one ends
    concurrent = run_in_process("gevent", TASKS, load, 3)
    lab.claim("hazard: gevent", concurrent, [(failed, TASKS - 1), (fetched, 1)])
    mended = run_in_process("gevent", TASKS, load_mended, 0.1)
    lab.claim("mended: gevent, each in a thread of its own", mended, [(fetched, TASKS)])


if __name__ == "__main__":
    lab.main(prove)
