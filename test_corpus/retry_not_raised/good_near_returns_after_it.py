"""With `throw=False` the call comes back on purpose, and the task ends right after it."""

from celery import shared_task

from satellites.passes import BelowHorizon, download_pass


@shared_task(bind=True, max_retries=None)
def receive(self, satellite: str) -> int | None:
    try:
        return download_pass(satellite)
    except BelowHorizon as error:
        self.retry(exc=error, countdown=error.rises_in, throw=False)
        return None


@shared_task(bind=True, max_retries=100)
def receive_telemetry(self, satellite: str) -> int:
    try:
        return download_pass(satellite, telemetry_only=True)
    except BelowHorizon as error:
        return self.retry(exc=error, countdown=error.rises_in, throw=False)
