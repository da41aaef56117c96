"""The limits differ, one of them is not known, or they belong to different tasks."""

from celery import shared_task

from films.options import LIMIT
from films.subtitles import check_spelling, translate


@shared_task(soft_time_limit=59.5, time_limit=60)
def translate_film(film_id: int) -> None:
    translate(film_id)


@shared_task(soft_time_limit=LIMIT, time_limit=LIMIT + 30)
def translate_series(series_id: int) -> None:
    translate(series_id)


@shared_task(time_limit=300)
def check_subtitles(film_id: int) -> int:
    return check_spelling(film_id)


@shared_task(soft_time_limit=300)
def check_all_subtitles() -> int:
    return check_spelling(None)
