from bridge.celery_app import celery_app
from bridge.gates import raise_gate
from celery import shared_task


@shared_task(name="bridge.tasks.open_gate", bind=True, max_retries=2)
def open_gate(self, gate: int) -> None:
    try:
        raise_gate(gate)
    except TimeoutError as error:
        raise self.retry(exc=error)
