# settings: async-runners = ["run_async", "run_async_in_thread"]
"""One loop is kept for the life of the worker, so the connections stay good; or how the loop is run does not show."""

import asyncio

from celery import Task, shared_task

from harbour.cargo import weigh
from harbour.db import SessionLocal
from harbour.worker import LoopTask

_loop = asyncio.new_event_loop()


def run_async(coroutine):
    return _loop.run_until_complete(coroutine)


def run_async_in_thread(coroutine):
    return asyncio.run_coroutine_threadsafe(coroutine, _loop).result()


async def _weigh() -> None:
    async with SessionLocal() as session:
        await weigh(session)


@shared_task
def weigh_cargo() -> None:
    run_async(_weigh())


@shared_task
def weigh_in_thread() -> None:
    run_async_in_thread(_weigh())


@shared_task(base=LoopTask, bind=True)
def weigh_again(self: Task) -> None:
    self.loop_of_worker.run(_weigh())
