from celery import shared_task
from celery import exceptions as celery_errors

from maps.tiles import TileServerBusy, forget, render


@shared_task(bind=True)
def render_tile(task, x: int, y: int) -> None:
    try:
        try:
            render(x, y)
        except TileServerBusy as busy:
            raise task.retry(exc=busy)
    except celery_errors.MaxRetriesExceededError:  # expect CEL226: except celery_errors.MaxRetriesExceededError
        forget(x, y)
