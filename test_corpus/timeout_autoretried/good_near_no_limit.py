"""No soft time limit is known here, or there is none."""

from celery import shared_task

from maps.tiles import render


@shared_task(autoretry_for=(Exception,), retry_backoff=True, time_limit=600)
def render_tile(zoom: int, x: int, y: int) -> None:
    render(zoom, x, y)


@shared_task(autoretry_for=(Exception,), retry_backoff=True, soft_time_limit=None)
def render_slowly(zoom: int, x: int, y: int) -> None:
    render(zoom, x, y)
