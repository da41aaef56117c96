"""Every item has a session of its own, which its `with` closes."""

import logging

from celery import shared_task

from thumbnails.db import SessionLocal
from thumbnails.service import refresh

logger = logging.getLogger(__name__)


@shared_task
def refresh_thumbnails(photo_ids: list[int]) -> None:
    for photo_id in photo_ids:
        try:
            with SessionLocal() as session:
                refresh(session, photo_id)
                session.commit()
        except Exception:
            logger.exception("photo %d keeps its old thumbnail", photo_id)
