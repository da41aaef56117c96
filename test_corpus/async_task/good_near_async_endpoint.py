"""The coroutine is a web endpoint that only sends the task on its way."""

from celery import shared_task
from fastapi import APIRouter

from surveys.answers import summarise

router = APIRouter()


@shared_task(name="surveys.evaluate")
def evaluate(survey_id: int) -> dict[str, float]:
    return summarise(survey_id)


@router.post("/surveys/{survey_id}/close")
async def close_survey(survey_id: int) -> dict[str, str]:
    return {"job": evaluate.delay(survey_id).id}
