"""A countdown of zero, or of None, lets the eta count."""

from datetime import datetime, timezone

from celery import shared_task

from lottery.draws import draw_numbers


@shared_task
def draw(number: int, countdown: int = 3) -> None:
    draw_numbers(number, countdown)


def plan(number: int, at: float) -> None:
    drawn_at = datetime.fromtimestamp(at, timezone.utc)
    draw.apply_async((number,), countdown=0, eta=drawn_at)
    draw.apply_async((number,), countdown=None, eta=drawn_at)
    draw.apply_async((number,), countdown=10, eta=None)
    draw.apply_async((number,), {"countdown": 10}, eta=drawn_at)
