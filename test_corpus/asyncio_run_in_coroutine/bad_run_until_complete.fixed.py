import asyncio

from celery import Celery

from radio.archive import store
from radio.runner import run_async
from radio.stream import record

app = Celery("radio")


@app.task
def record_show(station: str, minutes: int) -> str:
    async def _execute() -> str:
        path = await record(station, minutes)
        loop = asyncio.get_event_loop()
        return await store(path)

    return run_async(_execute())
