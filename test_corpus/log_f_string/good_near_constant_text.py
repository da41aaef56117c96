"""A long text in two parts and a text by its name are still one text."""

import logging

from celery import shared_task

logger = logging.getLogger(__name__)
PREFIX = "billing: "
SENT = PREFIX + "reminder for %s sent"


@shared_task
def remind(customer_id):
    logger.info(SENT, customer_id)
    logger.info("billing: the reminder of customer %s" " was put into " + "the outbox", customer_id)
    logger.info(customer_id)
