from celery import shared_task


@shared_task
def weigh() -> None:
    print("weighing")
