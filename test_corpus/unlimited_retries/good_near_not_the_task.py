"""In a call None means the number of the task; so it does in `retry_kwargs`. And nothing retries the last task."""

from celery import shared_task

from observatory.dome import DomeClosed, take_picture
from observatory.logbook import write_entry


@shared_task(bind=True, max_retries=8)
def photograph(self, star: str) -> str:
    try:
        return take_picture(star)
    except DomeClosed as error:
        raise self.retry(exc=error, max_retries=None)


@shared_task(autoretry_for=(DomeClosed,), retry_kwargs={"max_retries": None, "countdown": 30})
def photograph_later(star: str) -> str:
    return take_picture(star)


@shared_task(max_retries=None)
def note(text: str) -> None:
    write_entry(text)
