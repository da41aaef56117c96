import asyncio

from celery import shared_task

from transcripts.runner import run_async
from transcripts.speech import recognise


async def _recognise_parts(paths: list[str]) -> list[str]:
    loop = asyncio.new_event_loop()
    try:
        return [await recognise(path) for path in paths]
    finally:
        loop.close()


@shared_task
def transcribe(paths: list[str]) -> str:
    return " ".join(run_async(_recognise_parts(paths)))
