from celery import shared_task

from invoices.printing import PrinterOffline, print_invoice


@shared_task(bind=True, max_retries=3, default_retry_delay=60)
def print_and_post(self, invoice_id: int) -> None:
    try:
        print_invoice(invoice_id)
    except PrinterOffline as error:
        raise self.retry(exc=error)
    except OSError as problem:
        raise self.retry(exc=problem, countdown=300) from problem
    except TimeoutError:
        raise self.retry(exc=None, countdown=5)
