import asyncio

import httpx
from celery import shared_task

from speech.store import keep_text


async def _transcribe(path: str) -> str:
    async with httpx.AsyncClient(timeout=None) as client:  # expect CEL411: timeout=None
        answer = await client.post("https://speech.example/transcribe", content=path)
        return answer.text


@shared_task
def transcribe(path: str) -> None:
    keep_text(path, asyncio.run(_transcribe(path)))


@shared_task
def detect_language(path: str) -> str:
    return httpx.post("https://speech.example/detect", content=path, timeout=httpx.Timeout(None)).text  # expect CEL411: timeout=httpx.Timeout(None)
