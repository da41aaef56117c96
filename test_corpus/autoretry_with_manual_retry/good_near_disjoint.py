"""Celery retries other exceptions than the handlers do, or the retry stands in no handler."""

from celery import shared_task

from crm.contacts import CrmBusy, export, is_locked


@shared_task(bind=True, autoretry_for=(ConnectionError,), retry_backoff=True)
def export_all(self, group: str) -> str:
    if is_locked(group):
        raise self.retry()
    try:
        return export(group)
    except CrmBusy as error:
        raise self.retry(exc=error)
    except LookupError as error:
        raise self.retry(exc=error)


@shared_task(bind=True, autoretry_for=(Exception,), dont_autoretry_for=(CrmBusy,), retry_backoff=True)
def export_none(self, group: str) -> str:
    try:
        return export(group)
    except CrmBusy as error:
        raise self.retry(exc=error)
