"""Other things that run: a process, a pipeline, a test loop of one's own."""

import asyncio
from subprocess import run

from celery import shared_task

from videos.pipeline import Pipeline


async def _encode(path: str) -> None:
    run(["ffprobe", path], check=True)
    pipeline = Pipeline(path)
    pipeline.run()
    pipeline.loop.run_until_complete(pipeline.flush())
    await pipeline.publish()


@shared_task
def encode(path: str) -> None:
    asyncio.run(_encode(path))
