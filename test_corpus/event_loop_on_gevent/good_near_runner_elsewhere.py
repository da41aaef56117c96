# settings: worker-pool = "gevent"
"""The project's runner stands in a module that cannot be seen: it may know about gevent."""

from celery import shared_task

from museum.runner import run_async
from museum.tickets import print_ticket


@shared_task
def sell_ticket(visitor: str) -> None:
    run_async(print_ticket(visitor))
