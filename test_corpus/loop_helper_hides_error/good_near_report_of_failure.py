"""The handler runs another coroutine: it reports the failure of the first."""

import asyncio

from celery import shared_task

from billing.alerts import alert
from billing.invoices import send_invoice


@shared_task
def bill(customer_id: int) -> None:
    try:
        asyncio.run(send_invoice(customer_id))
    except Exception as error:
        asyncio.run(alert(customer_id, str(error)))
