"""The item is named by something made of it, by the logger, or by the context of all lines."""

import structlog
from celery import shared_task

from postoffice.letters import deliver, stamp

logger = structlog.get_logger()


@shared_task
def deliver_letters(letters):
    failed = {}
    for letter in letters:
        address = letter.address
        try:
            deliver(address)
        except Exception as error:
            message = f"no way to {address}"
            failed[letter.id] = str(error)
            logger.error(message, error=str(error))
    for letter in letters:
        log = logger.bind(letter_id=letter.id)
        try:
            stamp(letter)
        except Exception:
            log.exception("stamping failed")
    for letter in letters:
        with structlog.contextvars.bound_contextvars(letter_id=letter.id):
            try:
                stamp(letter)
            except Exception:
                logger.exception("stamping failed")
    return failed
