from celery import shared_task

from billing.models import Invoice


@shared_task
def open_invoice(customer_id: int) -> Invoice:
    return Invoice.objects.create(customer_id=customer_id)  # expect CEL526: Invoice.objects.create(customer_id=customer_id)


@shared_task
def unpaid_numbers() -> list[str]:
    unpaid = Invoice.objects.filter(paid=False)
    return unpaid.values_list("number", flat=True) if unpaid else set()  # expect CEL526: set()
