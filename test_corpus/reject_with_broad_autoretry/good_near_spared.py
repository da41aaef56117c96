"""Reject is spared, by its own name or by that of a parent, or nothing takes it in."""

from celery import shared_task
from celery.exceptions import Ignore, Reject, TaskPredicate

from scores.errors import FINAL_ERRORS, TableError
from scores.table import enter, is_final


@shared_task(acks_late=True, autoretry_for=(Exception,), dont_autoretry_for=(TaskPredicate, KeyError))
def enter_first(match_id: int, goals: int) -> None:
    if is_final(match_id):
        raise Reject("final")
    enter(match_id, goals)


@shared_task(acks_late=True, autoretry_for=(TableError, OSError))
def enter_second(match_id: int, goals: int) -> None:
    if is_final(match_id):
        raise Reject("final")
    enter(match_id, goals)


@shared_task(acks_late=True, autoretry_for=(Exception,))
def enter_third(match_id: int, goals: int) -> None:
    if is_final(match_id):
        raise Ignore()
    enter(match_id, goals)
