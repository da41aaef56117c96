from celery import shared_task

from harbour.cranes import unload


@shared_task
def unload_ship(ship_id: int) -> None:
    unload(ship_id)
