from celery import shared_task

from videos.encoder import encode, has_free_slot


@shared_task(bind=True, default_retry_delay=30)
def encode_video(self, video_id: int) -> str:
    if not has_free_slot():
        raise self.retry(countdown=120)
    try:
        return encode(video_id)
    except Exception as error:
        raise self.retry(exc=error)
