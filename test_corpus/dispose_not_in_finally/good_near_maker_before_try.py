"""Between the making and the `try` nothing connects; the log line in the `finally` does not fail."""

import logging

from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

from shop.models import Cart

logger = logging.getLogger(__name__)


@shared_task
def store_cart(url: str) -> None:
    engine = create_engine(url)
    open_session = sessionmaker(engine)
    logger.info("storing in %s", engine.url.host)
    try:
        with open_session() as session:
            session.add(Cart())
            session.commit()
    finally:
        logger.info("stored")
        engine.dispose()
