from celery import shared_task
from celery.exceptions import Retry

from videos.encoder import encode, has_free_slot


@shared_task(bind=True, default_retry_delay=30)
def encode_video(self, video_id: int) -> str:
    try:
        if not has_free_slot():
            raise self.retry(countdown=120)
        return encode(video_id)
    except Retry:
        raise
    except Exception as error:
        raise self.retry(exc=error)
