import logging

from celery import chain, shared_task

from letters.post import frank, weigh

logger = logging.getLogger(__name__)


@shared_task
def weigh_letter(letter_id: int):
    try:
        return weigh(letter_id)
    except Exception:  # expect CEL211: except Exception
        logger.exception("letter %s", letter_id)


@shared_task
def frank_letter(grams: int, zone: str) -> None:
    frank(grams, zone)


def send(letter_id: int) -> None:
    chain(weigh_letter.s(letter_id), frank_letter.s("home")).delay()
