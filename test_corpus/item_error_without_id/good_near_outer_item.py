"""The line names the item of the loop around."""

import logging

from celery import shared_task

from postoffice.letters import deliver

logger = logging.getLogger(__name__)


@shared_task
def deliver_bags(bags):
    for bag in bags:
        for letter in bag.letters:
            try:
                deliver(letter)
            except Exception:
                logger.exception("a letter of bag %s was not delivered", bag.id)
