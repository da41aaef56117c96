import logging

from celery import shared_task
from sqlalchemy import create_engine, text

logger = logging.getLogger(__name__)


@shared_task
def reindex(url: str) -> None:
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            connection.execute(text("REINDEX DATABASE shop"))
    except ConnectionError:
        logger.warning("no connection to %s", url)
    finally:
        engine.dispose()
