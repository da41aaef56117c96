"""The retry by hand says when, or the task says it for all of these."""

from celery import shared_task

from crm.contacts import CrmBusy, CrmDown, export


@shared_task(bind=True, autoretry_for=(Exception,), retry_backoff=True)
def export_slowly(self, group: str) -> str:
    try:
        return export(group)
    except CrmBusy as error:
        raise self.retry(exc=error, countdown=error.seconds)
    except CrmDown as error:
        raise self.retry(exc=error, eta=error.back_at)


@shared_task(bind=True, autoretry_for=(Exception,), retry_backoff=True, default_retry_delay=30)
def export_daily(self, group: str) -> str:
    try:
        return export(group)
    except CrmBusy as error:
        raise self.retry(exc=error)
