"""The next task takes no result, or the error is a result that it knows; the last one has nobody after it."""

import logging

from celery import chain, shared_task

from letters.post import frank, tidy, weigh

logger = logging.getLogger(__name__)


@shared_task
def tidy_desk(desk: int) -> None:
    try:
        tidy(desk)
    except Exception:
        logger.exception("desk %s", desk)


@shared_task
def weigh_letter(letter_id: int):
    grams = 20
    try:
        grams = weigh(letter_id)
    except Exception:
        logger.exception("letter %s", letter_id)
    return grams


@shared_task
def frank_letter(grams: int, zone: str = "home"):
    try:
        return frank(grams, zone)
    except Exception:
        logger.exception("%d grams", grams)


def send(letter_id: int) -> None:
    chain(tidy_desk.s(letter_id), weigh_letter.si(letter_id), frank_letter.s("home")).delay()
    (frank_letter.s(letter_id) | tidy_desk.si(1)).delay()
