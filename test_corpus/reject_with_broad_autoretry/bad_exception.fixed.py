from celery import shared_task
from celery.exceptions import Reject

from scores.table import UnknownTeam, enter


@shared_task(acks_late=True, autoretry_for=(Exception,), dont_autoretry_for=(Reject,), retry_backoff=True)
def enter_score(match_id: int, goals: int) -> None:
    try:
        enter(match_id, goals)
    except UnknownTeam as error:
        raise Reject(error, requeue=False) from error
