"""All that awaits stands in the coroutine inside the task."""

from celery import shared_task

from surveys.client import open_client
from surveys.runner import run_async


@shared_task
def send_answers(survey_id: int, answers: list[str]) -> int:
    async def _execute() -> int:
        async with open_client() as client:
            stored = [await client.post(survey_id, answer) for answer in answers]
            async for receipt in client.receipts(survey_id):
                stored.remove(receipt)
        return len(stored)

    return run_async(_execute())
