"""`delete` only marks the object; nothing is flushed inside the try."""

import logging

from celery import shared_task
from sqlalchemy import select

from photos.bucket import remove
from photos.db import SessionLocal
from photos.models import Photo

logger = logging.getLogger(__name__)


@shared_task
def empty_album(album_id: int) -> None:
    with SessionLocal() as session:
        for photo in session.scalars(select(Photo).where(Photo.album_id == album_id)).all():
            try:
                remove(photo.key)
                session.delete(photo)
            except Exception:
                logger.exception("a photo was not removed")
        session.commit()
