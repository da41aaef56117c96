from celery import shared_task


@shared_task
def churn(litres: int) -> None:
    print("churning", litres)


@shared_task
def salt(kilos: int) -> None:
    print("salting", kilos)


@shared_task(queue="butter")
def wrap(pieces: int) -> None:
    print("wrapping", pieces)
