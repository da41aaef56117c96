"""Without backoff and `retry_kwargs` both retries are the same."""

from celery import shared_task

from crm.contacts import CrmDown, export


@shared_task(bind=True, autoretry_for=(CrmDown,), max_retries=5)
def export_again(self, group: str) -> str:
    try:
        return export(group)
    except CrmDown as error:
        raise self.retry(exc=error)
