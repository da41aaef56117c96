from celery import shared_task

from manor.rooms.heating import warm


@shared_task(reject_on_worker_lost=True)  # expect CEL217: reject_on_worker_lost=True
def warm_room(room_id: int) -> None:
    warm(room_id)
