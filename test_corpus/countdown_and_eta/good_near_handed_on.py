"""Either may be None here: the function hands on what its caller gave."""

from datetime import datetime

from celery import shared_task

from posters.walls import hang


@shared_task
def hang_poster(poster: int) -> None:
    hang(poster)


def plan(poster: int, countdown: float | None = None, eta: datetime | None = None) -> None:
    hang_poster.apply_async((poster,), countdown=countdown, eta=eta)
    hang_poster.apply_async((poster,), countdown=60, eta=eta)
    hang_poster.apply_async((poster,), countdown=countdown, eta=datetime.fromisoformat("2031-01-01T00:00:00+00:00"))
