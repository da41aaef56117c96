from celery import shared_task

from buoys.radio import NoSignal, listen
from buoys.status import mark_lost


@shared_task(bind=True, max_retries=None)
def listen_to_buoy(self, buoy: str) -> str:
    try:
        return listen(buoy)
    except NoSignal as error:
        if self.request.retries >= self.max_retries:  # expect CEL240: self.request.retries >= self.max_retries
            mark_lost(buoy)
            raise
        raise self.retry(exc=error, countdown=300)
