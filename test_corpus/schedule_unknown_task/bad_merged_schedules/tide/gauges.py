from celery import shared_task


@shared_task
def read() -> None:
    print("reading")


@shared_task
def report() -> None:
    print("reporting")


@shared_task
def flood() -> None:
    print("flooding")
