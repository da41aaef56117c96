import logging

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from photos.albums import pictures_of
from photos.filters import recognise_faces

logger = logging.getLogger(__name__)


@shared_task(soft_time_limit=300)
def tag_album(album_id: int) -> int:
    pictures = list(pictures_of(album_id))
    tagged = 0
    while pictures:
        try:
            recognise_faces(pictures.pop())
            tagged += 1
        except Exception as error:
            logger.warning("picture skipped: %s", error)
            if isinstance(error, SoftTimeLimitExceeded):
                pictures.clear()
    return tagged
