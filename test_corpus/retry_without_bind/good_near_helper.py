"""The helper is no task: its `self` is whatever the bound task passes on."""

from celery import shared_task

from translation.service import QuotaSpent, translate


def wait_for_quota(self, error: QuotaSpent) -> None:
    raise self.retry(exc=error, countdown=error.seconds, max_retries=self.max_retries)


@shared_task(bind=True, max_retries=12)
def translate_page(self, page_id: int, language: str) -> str:
    try:
        return translate(page_id, language)
    except QuotaSpent as error:
        wait_for_quota(self, error)
