from celery import shared_task


@shared_task
def weigh() -> None:
    print("weighing")


@shared_task
def stamp() -> None:
    print("stamping")


@shared_task
def label() -> None:
    print("labelling")
