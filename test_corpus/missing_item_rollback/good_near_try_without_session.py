"""What may fail is the download: the session is used after the `try`."""

import logging

import httpx
from celery import shared_task
from sqlalchemy import update

from feeds.db import SessionLocal
from feeds.models import Feed

logger = logging.getLogger(__name__)


@shared_task
def refresh_feeds(feeds: dict[int, str]) -> None:
    with SessionLocal() as session:
        for feed_id, address in feeds.items():
            try:
                body = httpx.get(address, timeout=10).text
            except Exception as error:
                logger.info("feed %d not fetched: %s", feed_id, error)
                continue
            session.execute(update(Feed).where(Feed.id == feed_id).values(body=body))
        session.commit()
