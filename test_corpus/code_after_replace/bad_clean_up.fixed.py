import logging

from celery import chain, shared_task

from quay.cranes import book_crane, free_crane

logger = logging.getLogger(__name__)


@shared_task
def unload(ship: str) -> str:
    return book_crane(ship)


@shared_task
def load(crane: str, ship: str) -> None:
    book_crane(ship, crane)


@shared_task(bind=True)
def turn_round(self, ship: str) -> None:
    crane = book_crane(ship)
    return self.replace(chain(unload.si(ship), load.s(ship)))
    free_crane(crane)
    logger.info("%s is turned round", ship)
