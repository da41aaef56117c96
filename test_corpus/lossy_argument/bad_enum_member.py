import enum

from celery import shared_task

from tickets.store import log, set_priority


class Priority(enum.IntEnum):
    LOW = 1
    HIGH = 2


@shared_task
def raise_priority(ticket_id: int, priority: Priority) -> None:
    set_priority(ticket_id, int(priority))
    log("%s is %s now", ticket_id, priority.name)


def escalate(ticket_id: int) -> None:
    raise_priority.delay(ticket_id, priority=Priority.HIGH)  # expect CEL524: priority=Priority.HIGH
