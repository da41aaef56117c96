from celery import shared_task


@shared_task
def report_status() -> None:
    print("reporting")
