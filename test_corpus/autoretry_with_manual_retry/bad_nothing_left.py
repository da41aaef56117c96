from celery import shared_task

from crm.contacts import CrmBusy, export


@shared_task(
    bind=True, max_retries=3, default_retry_delay=60, autoretry_for=(Exception,), retry_backoff=True, retry_jitter=True
)
def export_group(self, group: str) -> str:
    try:
        return export(group)
    except CrmBusy as error:
        raise self.retry(exc=error, countdown=2**self.request.retries)
    except Exception as error:
        raise self.retry(exc=error)  # expect CEL205: self.retry(exc=error)
