"""The soft limit has a handler of its own, before the broad one."""

from billiard.exceptions import SoftTimeLimitExceeded as OutOfTime
from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from scans.pages import recognise_text, unread_pages


@shared_task(soft_time_limit=600)
def read_pages(scan_id: int) -> dict[int, str]:
    texts = {}
    for page in unread_pages(scan_id):
        try:
            texts[page.number] = recognise_text(page)
        except SoftTimeLimitExceeded:
            return texts
        except Exception as error:
            texts[page.number] = f"unreadable: {error}"
    return texts


@shared_task(soft_time_limit=600)
def reread_pages(scan_id: int) -> None:
    for page in unread_pages(scan_id):
        try:
            recognise_text(page)
        except (OutOfTime, KeyboardInterrupt):
            break
        except Exception:
            page.mark_unreadable()
