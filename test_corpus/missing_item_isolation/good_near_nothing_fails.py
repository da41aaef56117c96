"""These loops run over constants, in batches, over what a caller gave, or do nothing that another module does."""

import logging

from celery import shared_task

from gym.db import SessionLocal
from gym.halls import clean, list_halls, ventilate
from gym.models import Visit
from gym.pages import pages_of

logger = logging.getLogger(__name__)
HALLS = ("north", "south")


@shared_task
def clean_halls() -> None:
    for hall in HALLS:
        clean(hall)


@shared_task
def clean_these(halls: list[str]) -> None:
    for hall in halls:
        clean(hall)


@shared_task
def clean_by_page() -> None:
    for page in pages_of(list_halls()):
        ventilate(page)


@shared_task
def count_visits() -> dict[str, int]:
    counts: dict[str, int] = {}
    with SessionLocal() as session:
        for hall in list_halls():
            counts[hall.name] = len(hall.visits)
            session.add(Visit(hall=hall.name))
            logger.info("hall %s", hall.name)
        session.commit()
    return counts
