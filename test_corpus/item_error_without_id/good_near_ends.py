"""The error of one item ends the loop; attempts are no items; a counter is no record; other errors may know the item."""

import logging

from celery import shared_task

from postoffice.errors import LetterError
from postoffice.letters import deliver, open_office

logger = logging.getLogger(__name__)


@shared_task
def deliver_letters(letters):
    failed = 0
    for attempt in range(3):
        try:
            open_office()
            break
        except OSError as error:
            logger.warning("the office is closed: %s", error)
    for letter in letters:
        try:
            deliver(letter)
        except LetterError as error:
            logger.error("not delivered: %s", error)
        except LookupError:
            failed += 1
        except Exception:
            logger.error("delivery stopped")
            raise
    return {"failed": failed}
