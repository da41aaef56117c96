import asyncio

from aiohttp import ClientSession
from celery import Celery

app = Celery("lights")


@app.task
def switch(lamp: str) -> None:
    async def _execute() -> None:
        async with ClientSession() as session:
            await session.post("https://bridge.example/switch", json={"lamp": lamp})

    asyncio.run(_execute())
