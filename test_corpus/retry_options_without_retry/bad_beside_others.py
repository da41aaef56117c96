from celery import Celery

from hospital.settings import settings
from hospital.tests import LabClosed, order_test, read_result
from hospital.utils import single_instance

app = Celery("hospital")


@app.task(bind=True, max_retries=3)
def order(self, patient_id: int) -> None:
    try:
        order_test(patient_id)
    except LabClosed as error:
        raise self.retry(exc=error)


@app.task(
    default_retry_delay=settings.retry_delay,  # expect CEL227: default_retry_delay=settings.retry_delay
)
def read(patient_id: int) -> str:
    return read_result(patient_id)


@app.task(bind=True, max_retries=2)  # expect CEL227: max_retries=2
@single_instance("read_all", timeout=1800)
def read_all(self, patient_ids: list[int]) -> None:
    for patient_id in patient_ids:
        read.delay(patient_id)
