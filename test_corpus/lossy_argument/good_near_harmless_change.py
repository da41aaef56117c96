"""A list does as well as a tuple here, a plain value as well as a member, and the keys are made numbers again."""

import enum

from celery import shared_task

from tickets.store import set_colours, set_priority, set_weights


class Priority(enum.IntEnum):
    LOW = 1
    HIGH = 2


@shared_task
def set_all(ticket_id: int, priority: int, colours: tuple[str, ...], weights: dict[str, float]) -> None:
    if priority == Priority.HIGH:
        set_priority(ticket_id, Priority(priority))
    first, *rest = colours
    set_colours(ticket_id, first, rest)
    set_weights(ticket_id, {int(key): weight for key, weight in weights.items()})


def escalate(ticket_id: int) -> None:
    set_all.delay(ticket_id, Priority.HIGH, ("red", "black"), {1: 0.5, 2: 0.25})
