from celery import shared_task

from hospital.beds import Ward


@shared_task(
    bind=True,
    name="hospital.free_bed",
    max_retries=5,  # expect CEL227: max_retries=5
    default_retry_delay=300,
)
def free_bed(self, ward: str, bed: int) -> str:
    Ward(ward).free(bed)
    return self.request.id
