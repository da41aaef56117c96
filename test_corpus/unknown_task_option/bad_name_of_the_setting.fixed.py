from celery import shared_task

from maps.tiles import draw


@shared_task(
    track_started=True,
    acks_late=True,
    time_limit=300,
)
def draw_tile(zoom: int, x: int, y: int) -> None:
    draw(zoom, x, y)
