from celery import shared_task

from meters.readings import GridUnreachable, close_month, read_meter


@shared_task(bind=True, max_retries=8)
def bill_month(self, meter_id: str, month: str) -> None:
    reading = None
    try:
        reading = read_meter(meter_id)
    except GridUnreachable as error:
        raise self.retry(exc=error, throw=False)
    close_month(meter_id, month, reading)
