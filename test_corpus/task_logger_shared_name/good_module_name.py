import logging

from celery import shared_task
from celery.utils.log import get_task_logger

from opera.tickets import print_ticket

logger = logging.getLogger(__name__)
task_logger = get_task_logger(f"{__name__}.tasks")


@shared_task
def print_tickets(tickets):
    for ticket in tickets:
        task_logger.info("printing %s", ticket)
        print_ticket(ticket)


def sell(ticket):
    logger.info("selling %s", ticket)
    print_tickets.delay([ticket])
