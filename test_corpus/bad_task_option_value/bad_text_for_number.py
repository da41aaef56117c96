from celery import shared_task

from backups.remote import upload


@shared_task(autoretry_for=(OSError,), max_retries="3")  # expect CEL135: max_retries="3"
def upload_backup(path: str) -> None:
    upload(path)


@shared_task(autoretry_for=(OSError,), retry_backoff=True, retry_backoff_max=None)  # expect CEL135: retry_backoff_max=None
def upload_all(folder: str) -> None:
    upload(folder)
