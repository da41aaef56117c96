from celery import shared_task

from hospital.beds import Ward, WardLocked


@shared_task(bind=True, name="hospital.free_bed", max_retries=5, default_retry_delay=300)
def free_bed(self, ward: str, bed: int) -> str:
    try:
        Ward(ward).free(bed)
    except WardLocked as error:
        raise self.retry(exc=error)
    return self.request.id
