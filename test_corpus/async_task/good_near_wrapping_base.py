"""The base class puts something that awaits in the place of `run`."""

import asyncio
from inspect import iscoroutinefunction

from celery import Task

from fleet.celery import app


class AsyncTask(Task):
    def __init__(self):
        if iscoroutinefunction(self.run):
            coroutine = self.run
            self.run = lambda *args, **kwargs: asyncio.run(coroutine(*args, **kwargs))


@app.task(base=AsyncTask)
async def locate(truck_id):
    return truck_id
