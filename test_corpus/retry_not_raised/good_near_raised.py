"""Every one of these retries is raised, one of them with its cause."""

from celery import current_task, shared_task

from pharmacy.orders import OutOfStock, dispense


@shared_task(bind=True, max_retries=3)
def fill_prescription(self, prescription_id: int) -> None:
    try:
        dispense(prescription_id)
    except OutOfStock as error:
        raise self.retry(exc=error, countdown=3600) from error


@shared_task(max_retries=3)
def refill_prescription(prescription_id: int) -> None:
    try:
        dispense(prescription_id)
    except OutOfStock as error:
        if error.discontinued:
            raise
        raise current_task.retry(exc=error)
