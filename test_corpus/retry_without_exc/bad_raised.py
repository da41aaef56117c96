from celery import shared_task

from invoices.printing import PrinterOffline, print_invoice


@shared_task(bind=True, max_retries=3, default_retry_delay=60)
def print_and_post(self, invoice_id: int) -> None:
    try:
        print_invoice(invoice_id)
    except PrinterOffline as error:
        raise self.retry()  # expect CEL204: self.retry()
    except OSError as problem:
        raise self.retry(countdown=300) from problem  # expect CEL204: self.retry(countdown=300)
    except TimeoutError:
        raise self.retry(exc=None, countdown=5)  # expect CEL204: self.retry(exc=None, countdown=5)
