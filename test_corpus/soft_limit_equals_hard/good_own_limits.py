from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from films.cutting import Cut, remove_pieces


@shared_task(
    soft_time_limit=540,
    time_limit=600,
)
def cut_film(film_id: int) -> str:
    try:
        return Cut(film_id).join()
    except SoftTimeLimitExceeded:
        remove_pieces(film_id)
        raise
