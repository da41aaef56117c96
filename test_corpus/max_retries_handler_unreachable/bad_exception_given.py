from celery import shared_task
from celery.exceptions import MaxRetriesExceededError

from letters.printing import PrinterJam, print_letter
from letters.status import set_status


@shared_task(bind=True, max_retries=48, default_retry_delay=300)
def print_order(self, order_id: int) -> None:
    try:
        print_letter(order_id)
    except PrinterJam as error:
        try:
            self.retry(exc=error, countdown=600)
        except MaxRetriesExceededError:  # expect CEL226: except MaxRetriesExceededError
            set_status(order_id, "technical-failure")
