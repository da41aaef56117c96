"""The handler names what it takes, so that the run can be recorded before it ends."""

from celery import shared_task
from celery.exceptions import MaxRetriesExceededError, Retry

from surveys.answers import collect, give_up, note_postponed


@shared_task(bind=True, max_retries=7)
def collect_answers(self, survey_id: int) -> int:
    try:
        if not collect(survey_id):
            self.retry(countdown=86400)
    except Retry:
        note_postponed(survey_id)
        raise
    except Exception:
        return 0
    return 1


@shared_task(bind=True, max_retries=7)
def collect_late_answers(self, survey_id: int) -> None:
    try:
        self.retry(countdown=86400)
    except MaxRetriesExceededError:
        give_up(survey_id)
