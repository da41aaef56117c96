import logging

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from photos.albums import pictures_of
from photos.filters import recognise_faces

logger = logging.getLogger(__name__)


@shared_task(soft_time_limit=300, time_limit=360)
def tag_album(album_id: int) -> int:
    tagged = 0
    for picture in pictures_of(album_id):
        try:
            recognise_faces(picture)
            tagged += 1
        except SoftTimeLimitExceeded:
            raise
        except Exception as error:
            logger.warning("picture %s skipped: %s", picture, error)
    return tagged
