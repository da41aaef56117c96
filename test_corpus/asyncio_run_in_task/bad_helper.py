import asyncio as aio

from celery import shared_task

from transcripts.speech import recognise
from transcripts.store import store_transcript


def _transcribe(path: str) -> str:
    parts = aio.run(recognise(path, language="en"))  # expect CEL401: aio.run(recognise(path, language="en"))
    return " ".join(part.text for part in parts)


@shared_task
def transcribe(episode_id: int, path: str) -> None:
    store_transcript(episode_id, _transcribe(path))
