import asyncio

from aiohttp import ClientSession
from celery import Celery

app = Celery("lights")


@app.task
def switch(lamp: str) -> None:
    async def _execute() -> None:
        await ClientSession().post("https://bridge.example/switch", json={"lamp": lamp})  # expect CEL410: ClientSession()

    asyncio.run(_execute())
