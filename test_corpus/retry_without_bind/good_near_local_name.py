"""Here `self` is a name like any other, and something is bound to it."""

from celery import current_task, shared_task

from tolls.gates import GateOffline, read_gate


@shared_task(name="tolls.read", max_retries=3)
def read(gate: str) -> int:
    self = current_task
    try:
        return read_gate(gate)
    except GateOffline as error:
        raise self.retry(exc=error, countdown=15)
