from celery import shared_task


@shared_task
def churn(litres: int) -> None:
    print("churning", litres)


@shared_task
def salt(kilos: int) -> None:  # expect CEL739: def salt
    print("salting", kilos)
