"""A helper of the file retries whatever task it is handed, and the current one."""

from celery import current_task, shared_task

from hospital.rooms import RoomTaken, assign


def assign_or_retry(patient_id: int) -> None:
    try:
        assign(patient_id)
    except RoomTaken as error:
        raise current_task.retry(exc=error)


@shared_task(max_retries=10, default_retry_delay=600)
def assign_room(patient_id: int) -> None:
    assign_or_retry(patient_id)
