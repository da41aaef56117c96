"""A decorator stands over each `async def`: what it makes of it is not known."""

from celery import shared_task

from surveys.asyncio import synchronous
from surveys.client import post_answer
from surveys.tasks import awaited


@synchronous
async def _send(survey_id: int, text: str) -> None:
    await post_answer(survey_id, text)


async def _thank(survey_id: int) -> str:
    return f"Thank you for survey {survey_id}"


@shared_task
@awaited
def send_answer(survey_id: int, text: str) -> str:
    _send(survey_id, text)
    return _thank(survey_id)
