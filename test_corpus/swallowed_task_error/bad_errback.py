import logging

from celery import shared_task

from letters.dead import keep_dead_letter
from letters.post import deliver

logger = logging.getLogger(__name__)


@shared_task
def bury(request, error, traceback):
    keep_dead_letter(request.id, str(error))


@shared_task
def deliver_letter(letter_id: int) -> None:
    try:
        deliver(letter_id)
    except Exception:  # expect CEL211: except Exception
        logger.exception("letter %s", letter_id)


def send(letter_id: int) -> None:
    deliver_letter.apply_async((letter_id,), link_error=bury.s())
