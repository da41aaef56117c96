"""What is spared cannot be seen."""

from celery import shared_task
from celery.exceptions import Reject

from scores.errors import PERMANENT, permanent_errors
from scores.options import RETRY_OPTIONS
from scores.table import enter, is_final


@shared_task(acks_late=True, autoretry_for=(Exception,), dont_autoretry_for=tuple(permanent_errors))
def enter_fourth(match_id: int, goals: int) -> None:
    if is_final(match_id):
        raise Reject("final")
    enter(match_id, goals)


@shared_task(acks_late=True, autoretry_for=(Exception,), **RETRY_OPTIONS)
def enter_fifth(match_id: int, goals: int) -> None:
    if is_final(match_id):
        raise Reject("final")
    enter(match_id, goals)


@shared_task(acks_late=True, autoretry_for=(Exception,), dont_autoretry_for=PERMANENT)
def enter_sixth(match_id: int, goals: int) -> None:
    if is_final(match_id):
        raise Reject("final")
    enter(match_id, goals)
