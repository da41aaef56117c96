from celery import shared_task

from .recording import run_recording


@shared_task
def record_show(station: str, minutes: int) -> None:
    run_recording(station, minutes)  # expect CEL401: run_recording(station, minutes)
