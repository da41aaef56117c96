from celery import shared_task

from maps.tiles import draw


@shared_task(
    task_track_started=True,  # expect CEL105: task_track_started=True
    task_acks_late=True,  # expect CEL105: task_acks_late=True
    time_limit=300,
)
def draw_tile(zoom: int, x: int, y: int) -> None:
    draw(zoom, x, y)
