"""What the base class does with a coroutine is written in another file."""

from celery import shared_task

from museum.aio import CoroutineTask
from museum.guides import translate


@shared_task(base=CoroutineTask, name="museum.translate_guide", rate_limit="20/m")
async def translate_guide(room: str, language: str) -> str:
    text = await translate(room, language)
    return text.strip()
