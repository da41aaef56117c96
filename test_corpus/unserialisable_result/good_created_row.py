from celery import shared_task

from billing.models import Invoice


@shared_task
def open_invoice(customer_id: int) -> int:
    return Invoice.objects.create(customer_id=customer_id).pk


@shared_task
def unpaid_numbers() -> list[str]:
    return list(Invoice.objects.filter(paid=False).values_list("number", flat=True))
