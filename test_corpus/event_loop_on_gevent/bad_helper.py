# settings: worker-pool = "gevent"
import asyncio
from concurrent.futures import ThreadPoolExecutor

from celery import Celery

from rooms.client import open_door

app = Celery("rooms")


def _run_async(coroutine):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)  # expect CEL417: asyncio.run(coroutine)
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, coroutine).result()


@app.task
def open_room(room: str) -> bool:
    return _run_async(open_door(room))
